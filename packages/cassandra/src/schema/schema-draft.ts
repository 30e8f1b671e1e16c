import type { Column, Index, Keyspace, Schema, Table, UserFunction, UserType } from "./schema-model.js";

/** The schema while statements are replayed; only this folder writes to it. */
export interface SchemaDraft extends Schema {
  readonly keyspaces: Map<string, KeyspaceDraft>;
}

export interface KeyspaceDraft extends Keyspace {
  readonly types: Map<string, UserType>;
  readonly tables: Map<string, TableDraft>;
  functions: UserFunction[];
}

export interface TableDraft extends Table {
  compactStorage: boolean;
  columns: Map<string, Column>;
  partitionKey: Column[];
  clustering: Column[];
  readonly indexes: Map<string, Index>;
  readonly dropped: Map<string, Column>;
}

/** A schema with nothing but the server's own keyspaces, by name. */
export function emptySchemaDraft(): SchemaDraft {
  return { keyspaces: new Map() };
}

export function emptyKeyspaceDraft(name: string): KeyspaceDraft {
  return { name, types: new Map(), tables: new Map(), functions: [] };
}
