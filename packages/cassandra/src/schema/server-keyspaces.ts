import { parseStatement } from "../cql/index.js";
import { createTable } from "./apply-table.js";
import { ReplayContext } from "./replay-context.js";
import { emptyKeyspaceDraft, emptySchemaDraft } from "./schema-draft.js";
import type { Keyspace, Table } from "./schema-model.js";
import { systemTables } from "./system-tables.js";
import { virtualTables } from "./virtual-tables.js";

const tablesOfServer = { ...systemTables, ...virtualTables };

/** The keyspaces that a server has without anyone's making them. */
export const serverKeyspaceNames: readonly string[] = Object.keys(tablesOfServer);

const made = new Map<string, Keyspace>();

/** A keyspace of the server's own, as Cassandra 5.0 has it; no schema file says what is in it. */
export function serverKeyspace(name: string): Keyspace | undefined {
  const tables = tablesOfServer[name];
  if (tables === undefined) return undefined;
  const keyspace = made.get(name) ?? makeKeyspace(name, tables);
  made.set(name, keyspace);
  return keyspace;
}

/** Virtual tables are made as they are read: they are filtered by anything, and not written. */
export function isVirtual({ keyspace }: Table): boolean {
  return keyspace in virtualTables;
}

function makeKeyspace(name: string, tables: { readonly [table: string]: string }): Keyspace {
  const schema = emptySchemaDraft();
  const keyspace = emptyKeyspaceDraft(name);
  schema.keyspaces.set(name, keyspace);
  const context = new ReplayContext(schema, name);
  for (const [table, columns] of Object.entries(tables)) {
    const parsed = parseStatement(`CREATE TABLE "${table}" (${columns})`);
    if (parsed.ok && parsed.value.kind === "createTable") createTable(context, parsed.value);
  }
  return keyspace;
}
