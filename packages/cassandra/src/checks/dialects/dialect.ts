import type { CqlSpan } from "../../cql/index.js";
import type { Keyspace } from "../../schema/index.js";
import type { ResolvedStatement } from "../resolve/resolved-statement.js";

/** Servers that speak CQL, and differ in what they accept of it. */
export const dialectNames = ["cassandra-5.0", "cassandra-4.1", "keyspaces", "scylla"] as const;

export type DialectName = (typeof dialectNames)[number];

/** What a server lacks of Cassandra 5.0: each a noun with what it is used by, as `Function abs`. */
export interface Dialect {
  /** For messages. */
  readonly title: string;
  readonly schemaFaults: (keyspace: Keyspace) => readonly string[];
  readonly statementFaults: (statement: ResolvedStatement) => readonly StatementFault[];
}

export interface StatementFault {
  readonly what: string;
  readonly span: CqlSpan;
}
