import type { AlterViewStatement, CreateViewStatement, Identifier, Relation, Term } from "../cql/index.js";
import { printTerm } from "../cql/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import { checkKeyColumns } from "./apply-table.js";
import { checkGrace, checkTableProperties } from "./properties.js";
import type { ReplayContext } from "./replay-context.js";
import type { TableDraft } from "./schema-draft.js";
import { type Column, isCounterTable, isPrimaryKey } from "./schema-model.js";

export function createView(context: ReplayContext, statement: CreateViewStatement): void {
  const keyspace = context.keyspaceOf(statement.name);
  if (keyspace === undefined) return;
  const { name, span } = statement.name.name;
  if (keyspace.tables.has(name)) {
    if (!statement.ifNotExists) context.add(report["already-exists"]({ what: "View", name }), span);
    return;
  }
  const base = context.tableOf(
    statement.base.keyspace === undefined ? { ...statement.base, keyspace: statement.name.keyspace } : statement.base,
  );
  if (base === undefined) return;
  const refuse = (what: string): undefined => context.add(report["invalid-view"]({ what }), span);
  const before = context.findings.length;
  if (base.keyspace !== keyspace.name) refuse("A view is in the keyspace of its table.");
  if (base.viewOf !== undefined) refuse("A view cannot be made from another view.");
  if (isCounterTable(base)) refuse("A view cannot be made from a counter table.");
  checkTableProperties(context, statement.properties, { isView: true, isNew: true });
  const selected = selectedColumns(context, base, statement);
  if (selected === undefined) return;
  checkViewKey(context, base, statement, selected);
  checkViewRestrictions(context, base, statement);
  if (context.findings.length > before) return;
  keyspace.tables.set(name, viewTable(base, statement, selected));
}

export function alterView(context: ReplayContext, { name, ifExists, properties }: AlterViewStatement): void {
  const view = context.tableOf(name, ifExists);
  if (view === undefined) return;
  if (view.viewOf === undefined && !ifExists) {
    context.add(report["invalid-change"]({ what: `${view.name} is a table.` }), name.name.span);
    return;
  }
  checkTableProperties(context, properties, { isView: true });
  checkGrace(context, properties, view.name);
}

function selectedColumns(
  context: ReplayContext,
  base: TableDraft,
  { selectors, primaryKey }: CreateViewStatement,
): ReadonlySet<string> | undefined {
  if (selectors === undefined) return new Set(base.columns.keys());
  const names = new Set<string>();
  for (const { term, alias } of selectors) {
    if (term.kind !== "column" || alias !== undefined) {
      return context.add(
        report["invalid-view"]({ what: `A view selects columns by name only, not ${printTerm(term)}.` }),
        term.span,
      );
    }
    if (!base.columns.has(term.name)) return context.unknownColumn(base, term);
    names.add(term.name);
  }
  for (const column of [...primaryKey.partitionKey, ...primaryKey.clustering]) {
    if (names.has(column.name)) continue;
    return context.add(
      report["invalid-view"]({ what: `"${column.name}" is in the view's key but is not selected.` }),
      column.span,
    );
  }
  return names;
}

function checkViewKey(
  context: ReplayContext,
  base: TableDraft,
  { primaryKey }: CreateViewStatement,
  selected: ReadonlySet<string>,
): void {
  const refuse = (what: string): undefined => context.add(report["invalid-view"]({ what }), primaryKey.span);
  const key = [...primaryKey.partitionKey, ...primaryKey.clustering];
  const added: string[] = [];
  for (const column of key) {
    const found = base.columns.get(column.name);
    if (found === undefined) {
      context.unknownColumn(base, column);
      return;
    }
    if (found.kind === "static") refuse(`"${column.name}" is static and cannot be in a view's key.`);
    if (!isPrimaryKey(found)) added.push(column.name);
  }
  checkKeyColumns(context, key, base.columns);
  if (added.length > 1)
    refuse(`A view's key has at most one column that is not in the table's key, not ${added.join(", ")}.`);
  const missing = [...base.partitionKey, ...base.clustering].filter(
    ({ name }) => !key.some((column) => column.name === name),
  );
  if (missing.length > 0) refuse(`A view's key holds all of the table's key; ${names(missing)} is missing.`);
  if ([...selected].some((name) => base.columns.get(name)?.kind === "static"))
    refuse("A view cannot have static columns.");
}

function checkViewRestrictions(
  context: ReplayContext,
  base: TableDraft,
  { where, primaryKey }: CreateViewStatement,
): void {
  const refuse = (what: string): undefined => context.add(report["invalid-view"]({ what }), primaryKey.span);
  const key = [...primaryKey.partitionKey, ...primaryKey.clustering];
  const restricted = new Set<string>();
  for (const relation of where) {
    if (hasMarker(relation)) refuse("A view's WHERE takes no markers.");
    for (const column of columnsOf(relation)) {
      if (!base.columns.has(column.name)) context.unknownColumn(base, column);
      restricted.add(column.name);
      const isKey = key.some(({ name }) => name === column.name);
      if (relation.kind !== "notNull" && !isKey && !isPrimaryKeyName(base, column.name)) {
        refuse(`"${column.name}" is not in the view's key and can only be restricted by IS NOT NULL.`);
      }
      if (relation.kind !== "notNull" && isKey && !isPrimaryKeyName(base, column.name)) {
        // Cassandra refuses this unless a system property allows it.
        refuse(`"${column.name}" is not in the table's key and can only be restricted by IS NOT NULL.`);
      }
    }
  }
  const open = key.filter(({ name }) => !restricted.has(name));
  if (open.length > 0)
    refuse(`Each column of a view's key needs IS NOT NULL or another restriction; ${names(open)} has none.`);
}

function isPrimaryKeyName(table: TableDraft, name: string): boolean {
  const column = table.columns.get(name);
  return column !== undefined && isPrimaryKey(column);
}

const names = (columns: readonly { readonly name: string }[]): string => columns.map(({ name }) => name).join(", ");

function columnsOf(relation: Relation): readonly Identifier[] {
  if (relation.kind === "indexExpression") return [];
  return "columns" in relation ? relation.columns : [relation.column];
}

function hasMarker(relation: Relation): boolean {
  if (relation.kind === "notNull") return false;
  const values: readonly Term[] =
    relation.kind === "in" || relation.kind === "tupleIn"
      ? "kind" in relation.values
        ? [relation.values]
        : relation.values
      : [relation.value];
  return values.some(({ kind }) => kind === "marker");
}

function viewTable(base: TableDraft, statement: CreateViewStatement, selected: ReadonlySet<string>): TableDraft {
  const { primaryKey, clusteringOrder } = statement;
  const columns = new Map<string, Column>();
  for (const column of base.columns.values()) {
    const partition = primaryKey.partitionKey.findIndex(({ name }) => name === column.name);
    const clustering = primaryKey.clustering.findIndex(({ name }) => name === column.name);
    if (!selected.has(column.name) && partition < 0 && clustering < 0) continue;
    const ordered = clusteringOrder.find((each) => each.column.name === column.name);
    columns.set(column.name, {
      ...column,
      kind: partition >= 0 ? "partition" : clustering >= 0 ? "clustering" : column.kind,
      position: Math.max(0, partition, clustering),
      descending: ordered ? ordered.descending : clustering >= 0 && column.descending,
    });
  }
  return {
    keyspace: base.keyspace,
    name: statement.name.name.name,
    columns,
    partitionKey: primaryKey.partitionKey.flatMap(({ name }) => columns.get(name) ?? []),
    clustering: primaryKey.clustering.flatMap(({ name }) => columns.get(name) ?? []),
    indexes: new Map(),
    viewOf: base.name,
    compactStorage: false,
    dropped: new Map(),
  };
}
