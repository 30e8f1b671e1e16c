import type { CqlSpan } from "./span.js";

export type TokenKind =
  | "word"
  | "quotedName"
  | "string"
  | "integer"
  | "float"
  | "uuid"
  | "hex"
  | "duration"
  | "symbol"
  | "end";

export interface Token {
  readonly kind: TokenKind;
  /** As written, quotes included. */
  readonly text: string;
  /** Words folded to lower case, quoted names and strings without their quotes; else the text. */
  readonly value: string;
  readonly span: CqlSpan;
}

/**
 * Words that cannot be names without quotes in Cassandra 5.0.
 *
 * @see https://github.com/apache/cassandra/blob/cassandra-5.0/src/resources/org/apache/cassandra/cql3/reserved_keywords.txt
 */
export const reservedWords: ReadonlySet<string> = new Set(
  (
    "add allow alter and apply asc authorize batch begin by columnfamily create delete desc describe drop entries " +
    "execute from full grant if in index infinity insert into is keyspace limit materialized modify nan norecursive " +
    "not null of on or order primary rename replace revoke schema select set table to token truncate unlogged update " +
    "use using view where with true false"
  ).split(" "),
);

/**
 * Keywords that can be names; the names of native types are further ones.
 *
 * @see https://github.com/apache/cassandra/blob/cassandra-5.0/src/antlr/Parser.g
 */
export const unreservedKeywords: ReadonlySet<string> = new Set(
  (
    "access aggregate aggregates all ann as called cast cidrs cluster clustering compact contains count custom " +
    "datacenters default distinct exists filtering finalfunc frozen function functions group hashed identity initcond " +
    "input internals json key keys keyspaces language like list login map masked maxwritetime mbean mbeans nologin " +
    "nosuperuser only options partition password per permission permissions replace returns role roles select_masked " +
    "sfunc static storage stype superuser tables trigger ttl tuple type types unmask unset user users values vector " +
    "writetime"
  ).split(" "),
);
