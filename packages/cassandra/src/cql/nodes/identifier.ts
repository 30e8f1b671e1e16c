import type { CqlSpan } from "../span.js";

/** A name as Cassandra compares it: folded to lower case unless quoted. */
export interface Identifier {
  readonly name: string;
  readonly span: CqlSpan;
}

export interface QualifiedName {
  readonly keyspace: Identifier | undefined;
  readonly name: Identifier;
}
