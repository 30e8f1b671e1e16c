import type { CallSite } from "@treadle/workflow";
import type { DataSource } from "@treadle/workflow/data-source";
import type { DialectName } from "../checks/dialects/dialect.js";
import type { ConsistencyLevel, SerialConsistencyLevel } from "../contract/manifest.js";

/** Where a keyspace's schema is and how its bridge works. Texts may hold `${Name}` placeholders, which deployment replaces. */
export interface KeyspaceOptions {
  /** The file with the schema's CQL, relative to the declaring file: `./schema.cql`. */
  readonly schema: string;
  /** The keyspace's name in the schema, as the server keeps it. Default: the source's name in lower case. */
  readonly keyspace?: string;
  /** ARN of the secret that holds user name and password. */
  readonly auth: { readonly secret: string };
  /** Default `LOCAL_QUORUM`. */
  readonly consistency?: ConsistencyLevel;
  /** Of the read phase of lightweight transactions. Default `LOCAL_SERIAL`. */
  readonly serialConsistency?: SerialConsistencyLevel;
  /** Which server runs the statements: what it lacks of Cassandra 5.0, which is the default, is refused. */
  readonly dialect?: DialectName;
}

export interface QueryOptions {
  /** Why ALLOW FILTERING is right here, for reviewers; without a reason it is refused. */
  readonly allowFiltering?: string;
  /** Why a warning does not apply here, by its code: `{ "full-scan": "twelve rows" }`. Each must be needed. */
  readonly waive?: { readonly [code in WaivableCode]?: string };
  /** Overrides the keyspace's. */
  readonly consistency?: ConsistencyLevel;
  /** Overrides the keyspace's. */
  readonly serialConsistency?: SerialConsistencyLevel;
  /**
   * Parameters of a write that may be left out, which leaves the column as it is; null deletes its value. Each must do no
   * more than set a column. Default: none, so that a value that is forgotten is an error.
   */
  readonly optional?: readonly string[];
}

/** A statement as the source's module declared it. */
export interface DeclaredStatement {
  readonly name: string;
  readonly text: string;
  readonly options: QueryOptions;
  readonly site: CallSite | undefined;
  /** Set by `.one()` and `.exactlyOne()`. */
  single: "one" | "exactlyOne" | undefined;
  /** Set by `.pages()`: the most rows of a page. */
  pageSize: number | undefined;
}

/** Warnings that a reviewed reason can answer. */
export const waivableCodes = [
  "full-scan",
  "filtering-not-needed",
  "unbounded-in",
  "read-before-write",
  "logged-batch",
  "aggregate-type",
  "ungrouped-column",
  "tombstones",
  "counter-deleted",
] as const;

export type WaivableCode = (typeof waivableCodes)[number];

/** What a module declared about a keyspace; grows as statements are declared. */
export interface KeyspaceDeclaration {
  readonly name: string;
  readonly options: KeyspaceOptions;
  /** In the order of declaration; a name may come twice, which the check reports. */
  readonly statements: DeclaredStatement[];
}

/** Registered globally, so that a source made by one copy of this package is known to another. */
export const keyspaceDeclaration: unique symbol = Symbol.for("treadle.cassandra-declaration") as never;

export function declarationOf(source: DataSource): KeyspaceDeclaration {
  const declared = (source as { readonly [keyspaceDeclaration]?: KeyspaceDeclaration })[keyspaceDeclaration];
  if (declared === undefined) throw new TypeError(`"${source.name}" was not made by cassandra.keyspace.`);
  return declared;
}
