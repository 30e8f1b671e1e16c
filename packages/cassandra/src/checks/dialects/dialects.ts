import { cassandra41 } from "./cassandra-4-1.js";
import type { Dialect, DialectName } from "./dialect.js";
import { keyspaces } from "./keyspaces.js";
import { scylla } from "./scylla.js";

/** Undefined for the one that lacks nothing. */
export const dialects: { readonly [name in DialectName]: Dialect | undefined } = {
  "cassandra-5.0": undefined,
  "cassandra-4.1": cassandra41,
  keyspaces,
  scylla,
};
