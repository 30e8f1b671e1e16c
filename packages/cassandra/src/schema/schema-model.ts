import type { CqlType } from "../contract/cql-type.js";

/** What a replayed schema file describes. */
export interface Schema {
  readonly keyspaces: ReadonlyMap<string, Keyspace>;
}

export interface Keyspace {
  readonly name: string;
  readonly types: ReadonlyMap<string, UserType>;
  /** Tables and materialized views. */
  readonly tables: ReadonlyMap<string, Table>;
  readonly functions: readonly UserFunction[];
}

export interface UserType {
  readonly keyspace: string;
  readonly name: string;
  /** In declared order. */
  readonly fields: ReadonlyMap<string, CqlType>;
}

export type ColumnKind = "partition" | "clustering" | "static" | "regular";

export interface Column {
  readonly name: string;
  readonly type: CqlType;
  readonly kind: ColumnKind;
  /** Among the partition key's or the clustering columns; 0 for others. */
  readonly position: number;
  /** Of a clustering column. */
  readonly descending: boolean;
}

export interface Table {
  readonly keyspace: string;
  readonly name: string;
  readonly columns: ReadonlyMap<string, Column>;
  readonly partitionKey: readonly Column[];
  readonly clustering: readonly Column[];
  readonly indexes: ReadonlyMap<string, Index>;
  /** The table that a materialized view is made from. */
  readonly viewOf: string | undefined;
  readonly compactStorage: boolean;
  /** Columns that were dropped, as they were. */
  readonly dropped: ReadonlyMap<string, Column>;
}

/** `legacy` is Cassandra's own secondary index, `custom` a class that is not known here. */
export type IndexKind = "legacy" | "sasi" | "sai" | "custom";

export type IndexTargetKind = "values" | "keys" | "entries" | "full";

export interface Index {
  readonly name: string;
  readonly kind: IndexKind;
  readonly target: IndexTargetKind;
  readonly column: string;
  readonly options: { readonly [key: string]: string };
}

export interface UserFunction {
  readonly keyspace: string;
  readonly name: string;
  readonly arguments: readonly CqlType[];
  readonly returns: CqlType;
  readonly aggregate: boolean;
  /** Whether it is called where an argument is null; else the result is null without a call. */
  readonly calledOnNull: boolean;
  /** Of an aggregate: the functions it calls. */
  readonly uses: readonly Pick<UserFunction, "name" | "arguments">[];
}

/** Whether a table with COMPACT STORAGE keeps one value under each key, which the first clustering columns can be enough for. */
export function isDense({ compactStorage, clustering }: Table): boolean {
  return compactStorage && clustering.length > 0;
}

/** Whether every column outside the primary key is a counter. */
export function isCounterTable(table: Table): boolean {
  return [...table.columns.values()].some(({ type }) => type.kind === "native" && type.name === "counter");
}

export function isPrimaryKey(column: Column): boolean {
  return column.kind === "partition" || column.kind === "clustering";
}

/** In the order of `SELECT *`: partition key, clustering columns, statics and the rest, these two by name. */
export function columnsInSelectOrder(table: Table): readonly Column[] {
  const byName = (a: Column, b: Column): number => (a.name < b.name ? -1 : 1);
  const others = [...table.columns.values()];
  return [
    ...table.partitionKey,
    ...table.clustering,
    ...others.filter(({ kind }) => kind === "static").sort(byName),
    ...others.filter(({ kind }) => kind === "regular").sort(byName),
  ];
}

export function findUserType(schema: Schema, type: CqlType & { readonly kind: "udt" }): UserType | undefined {
  return schema.keyspaces.get(type.keyspace ?? "")?.types.get(type.name);
}
