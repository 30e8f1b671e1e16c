import { type CqlType, formatCqlType } from "../contract/cql-type.js";
import type {
  AlterTableStatement,
  ColumnDeclaration,
  CreateTableStatement,
  Identifier,
  Property,
} from "../cql/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import { checkGrace, checkTableProperties } from "./properties.js";
import type { ReplayContext } from "./replay-context.js";
import { resolveType } from "./resolve-type.js";
import type { KeyspaceDraft, TableDraft } from "./schema-draft.js";
import { type Column, isPrimaryKey } from "./schema-model.js";
import {
  holdsDuration,
  isCollection,
  isMultiCell,
  isNative,
  isSameType,
  isValueCompatible,
  partsOf,
} from "./type-traits.js";

export function createTable(context: ReplayContext, statement: CreateTableStatement): void {
  const keyspace = context.keyspaceOf(statement.name);
  if (keyspace === undefined) return;
  const { name, span } = statement.name.name;
  if (keyspace.tables.has(name)) {
    if (!statement.ifNotExists) context.add(report["already-exists"]({ what: "Table", name }), span);
    return;
  }
  if (!/^\w+$/.test(name)) {
    const what = `"${name}" cannot be a table's name, which has letters, digits and underscores only.`;
    context.add(report["invalid-property"]({ what }), span);
  }
  checkTableProperties(context, statement.properties, { isNew: true });
  const types = resolveColumns(context, keyspace, statement.columns);
  const key = primaryKeyOf(context, statement);
  if (types === undefined || key === undefined) return;
  const columns = new Map<string, Column>();
  const order = new Map(statement.clusteringOrder.map(({ column, descending }) => [column.name, descending]));
  checkClusteringOrder(context, statement, key.clustering);
  for (const { name: column, static: isStatic } of statement.columns) {
    const type = types.get(column.name)!;
    const partition = key.partitionKey.findIndex((each) => each.name === column.name);
    const clustering = key.clustering.findIndex((each) => each.name === column.name);
    const kind = partition >= 0 ? "partition" : clustering >= 0 ? "clustering" : isStatic ? "static" : "regular";
    columns.set(column.name, {
      name: column.name,
      type,
      kind,
      position: Math.max(0, partition, clustering),
      descending: order.get(column.name) ?? false,
    });
  }
  checkKeyColumns(context, [...key.partitionKey, ...key.clustering], columns);
  checkStatics(context, statement, key);
  checkCounters(context, statement, columns);
  checkExpiry(context, statement.properties, [...columns.values()]);
  if (statement.compactStorage) checkCompactStorage(context, [...columns.values()], span);
  keyspace.tables.set(name, {
    keyspace: keyspace.name,
    name,
    columns,
    partitionKey: key.partitionKey.flatMap(({ name: column }) => columns.get(column) ?? []),
    clustering: key.clustering.flatMap(({ name: column }) => columns.get(column) ?? []),
    indexes: new Map(),
    viewOf: undefined,
    compactStorage: statement.compactStorage,
    dropped: new Map(),
  });
}

/** What the storage of old Thrift tables can hold. */
function checkCompactStorage(context: ReplayContext, columns: readonly Column[], span: Identifier["span"]): void {
  const regular = columns.filter(({ kind }) => kind === "regular");
  const hasClustering = columns.some(({ kind }) => kind === "clustering");
  const what = columns.some(({ type }) => isMultiCell(type))
    ? "COMPACT STORAGE holds collections and user-defined types only where they are frozen."
    : columns.some(({ kind }) => kind === "static")
      ? "COMPACT STORAGE has no static columns."
      : hasClustering && regular.length > 1
        ? "COMPACT STORAGE with clustering columns holds one other column at most."
        : !hasClustering && regular.length === 0
          ? "COMPACT STORAGE needs a column that is not in the primary key."
          : undefined;
  if (what !== undefined) context.add(report["invalid-property"]({ what }), span);
}

function resolveColumns(
  context: ReplayContext,
  keyspace: KeyspaceDraft,
  columns: readonly ColumnDeclaration[],
): ReadonlyMap<string, CqlType> | undefined {
  const types = new Map<string, CqlType>();
  for (const column of columns) {
    if (types.has(column.name.name)) {
      context.add(report["already-exists"]({ what: "Column", name: column.name.name }), column.name.span);
      continue;
    }
    const type = resolveColumnType(context, keyspace, column);
    if (type !== undefined) types.set(column.name.name, type);
  }
  return types.size === columns.length ? types : undefined;
}

function resolveColumnType(
  context: ReplayContext,
  keyspace: KeyspaceDraft,
  { name, type: node }: ColumnDeclaration,
): CqlType | undefined {
  const type = resolveType(
    { schema: context.schema, keyspace: keyspace.name, report: (diagnostic, span) => context.add(diagnostic, span) },
    node,
  );
  if (type?.kind !== "udt" || type.frozen) return type;
  const cellwise = partsOf(context.schema, type).find(isMultiCell);
  if (cellwise === undefined) return type;
  return context.add(
    report["invalid-type"]({
      what: `"${name.name}" is not frozen, but holds ${formatCqlType(cellwise)}, which is not frozen either.`,
      help: `Write frozen<${formatCqlType(type)}>.`,
    }),
    node.span,
  );
}

function primaryKeyOf(context: ReplayContext, statement: CreateTableStatement) {
  const inline = statement.columns.filter(({ primaryKey }) => primaryKey).map(({ name }) => name);
  const declared = statement.primaryKeys;
  const fail = (what: string): undefined =>
    context.add(report["invalid-primary-key"]({ what }), statement.name.name.span);
  if (inline.length + declared.length === 0) return fail(`Table ${statement.name.name.name} has no primary key.`);
  if (inline.length + declared.length > 1)
    return fail(`Table ${statement.name.name.name} has more than one primary key.`);
  const key = declared[0] ?? { partitionKey: inline, clustering: [] };
  const seen = new Set<string>();
  for (const column of [...key.partitionKey, ...key.clustering]) {
    if (!statement.columns.some(({ name }) => name.name === column.name)) {
      const known = statement.columns.map(({ name }) => name.name);
      return context.add(
        report["unknown-column"]({ name: column.name, table: statement.name.name.name, known }),
        column.span,
      );
    }
    if (seen.has(column.name)) return fail(`"${column.name}" is twice in the primary key.`);
    seen.add(column.name);
  }
  return key;
}

export function checkKeyColumns(
  context: ReplayContext,
  key: readonly Identifier[],
  columns: ReadonlyMap<string, Column>,
): void {
  for (const { name, span } of key) {
    const type = columns.get(name)?.type;
    if (type === undefined) continue;
    const why = keyTypeFault(context, type);
    if (why !== undefined)
      context.add(report["invalid-primary-key"]({ what: `"${name}" cannot be in the primary key: ${why}.` }), span);
  }
}

function keyTypeFault(context: ReplayContext, type: CqlType): string | undefined {
  if (isNative(type, "counter")) return "it is a counter";
  if (isCollection(type) && !type.frozen) return "it is a collection that is not frozen";
  if (type.kind === "udt" && !type.frozen) return "it is a user-defined type that is not frozen";
  if (holdsDuration(context.schema, type)) return "durations have no order";
  return undefined;
}

function checkClusteringOrder(
  context: ReplayContext,
  { clusteringOrder }: Pick<CreateTableStatement, "clusteringOrder">,
  clustering: readonly Identifier[],
): void {
  clusteringOrder.forEach(({ column }, at) => {
    if (clustering[at]?.name === column.name) return;
    context.add(
      report["invalid-primary-key"]({
        what: `CLUSTERING ORDER must name the clustering columns in their order (${clustering.map(({ name }) => name).join(", ")}).`,
      }),
      column.span,
    );
  });
}

function checkStatics(
  context: ReplayContext,
  statement: CreateTableStatement,
  key: { readonly partitionKey: readonly Identifier[]; readonly clustering: readonly Identifier[] },
): void {
  const keyNames = new Set([...key.partitionKey, ...key.clustering].map(({ name }) => name));
  for (const { name, static: isStatic } of statement.columns) {
    if (!isStatic) continue;
    if (keyNames.has(name.name)) {
      context.add(
        report["invalid-primary-key"]({ what: `"${name.name}" is in the primary key and cannot be static.` }),
        name.span,
      );
    } else if (key.clustering.length === 0) {
      context.add(
        report["invalid-primary-key"]({
          what: `"${name.name}" is static, but the table has no clustering column, so a partition has one row anyway.`,
        }),
        name.span,
      );
    }
  }
}

function checkCounters(
  context: ReplayContext,
  statement: CreateTableStatement,
  columns: ReadonlyMap<string, Column>,
): void {
  const others = [...columns.values()].filter((column) => !isPrimaryKey(column));
  const counters = others.filter(({ type }) => isNative(type, "counter"));
  if (counters.length === 0 || counters.length === others.length) return;
  context.add(
    report["invalid-type"]({
      what: `Table ${statement.name.name.name} mixes counters with other columns.`,
      help: "Keep counters in a table of their own.",
    }),
    statement.name.name.span,
  );
}

export function alterTable(context: ReplayContext, statement: AlterTableStatement): void {
  const table = context.tableOf(statement.name, statement.ifExists);
  if (table === undefined) return;
  if (table.viewOf !== undefined) {
    context.add(report["invalid-change"]({ what: `${table.name} is a materialized view.` }), statement.name.name.span);
    return;
  }
  const { change } = statement;
  switch (change.kind) {
    case "add":
      for (const column of change.columns) addColumn(context, table, column, change.ifNotExists);
      return;
    case "drop":
      for (const column of change.columns) dropColumn(context, table, column, change.ifExists);
      return;
    case "rename":
      for (const rename of change.renames) renameColumn(context, table, rename);
      return;
    case "mask":
      if (!table.columns.has(change.column.name) && !change.ifExists) context.unknownColumn(table, change.column);
      return;
    case "properties":
      checkTableProperties(context, change.properties);
      checkExpiry(context, change.properties, [...table.columns.values()]);
      if (viewsOf(context, table).length > 0) checkGrace(context, change.properties, table.name);
      return;
    case "dropCompactStorage":
      table.compactStorage = false;
      return;
  }
}

function checkExpiry(context: ReplayContext, properties: readonly Property[], columns: readonly Column[]): void {
  const expiry = properties.find(({ name, value }) => name === "default_time_to_live" && Number(value) > 0);
  if (expiry === undefined || !columns.some(({ type }) => isNative(type, "counter"))) return;
  context.add(report["invalid-property"]({ what: "Counters do not expire." }), expiry.span);
}

function viewsOf(context: ReplayContext, table: TableDraft): readonly TableDraft[] {
  return [...context.schema.keyspaces.get(table.keyspace)!.tables.values()].filter(
    (each) => each.viewOf === table.name,
  );
}

function addColumn(context: ReplayContext, table: TableDraft, column: ColumnDeclaration, ifNotExists: boolean): void {
  const { name, span } = column.name;
  if (table.columns.has(name)) {
    if (!ifNotExists) context.add(report["already-exists"]({ what: "Column", name }), span);
    return;
  }
  const keyspace = context.schema.keyspaces.get(table.keyspace)!;
  const type = resolveColumnType(context, keyspace, column);
  if (type === undefined) return;
  const refuse = (what: string): undefined => context.add(report["invalid-change"]({ what }), span);
  if (table.compactStorage) {
    refuse("A table with COMPACT STORAGE takes no further columns.");
    return;
  }
  if (column.static && table.clustering.length === 0) {
    refuse(`"${name}" cannot be static: the table has no clustering column.`);
    return;
  }
  const others = [...table.columns.values()].filter((each) => !isPrimaryKey(each));
  if (others.length > 0 && isNative(type, "counter") !== isNative(others[0]!.type, "counter")) {
    refuse(`Table ${table.name} cannot mix counters with other columns.`);
    return;
  }
  const before = table.dropped.get(name);
  const kind = column.static ? "static" : "regular";
  if (before !== undefined && !canFollow(type, before.type)) {
    refuse(`"${name}" was dropped as ${formatCqlType(before.type)} and cannot come back as ${formatCqlType(type)}.`);
    return;
  }
  if (before !== undefined && before.kind !== kind) {
    refuse(`"${name}" was dropped as a ${before.kind} column and cannot come back as a ${kind} one.`);
    return;
  }
  table.columns.set(name, { name, type, kind, position: 0, descending: false });
}

/** Old cells of the dropped column must still be readable. */
function canFollow(type: CqlType, before: CqlType): boolean {
  if (isMultiCell(type) !== isMultiCell(before)) return false;
  if (isMultiCell(type)) return isSameType(type, before);
  if (isNative(type, "blob") && before.kind !== "native") return false;
  return hasFixedLength(type) === hasFixedLength(before) && isValueCompatible(type, before);
}

/** Whether the storage leaves out the length of the type's values. */
function hasFixedLength(type: CqlType): boolean {
  if (type.kind === "vector") return hasFixedLength(type.element);
  return isNative(type, "boolean", "int", "float", "bigint", "double", "timestamp", "uuid", "timeuuid");
}

function dropColumn(context: ReplayContext, table: TableDraft, { name, span }: Identifier, ifExists: boolean): void {
  const column = table.columns.get(name);
  if (column === undefined) {
    if (!ifExists) context.unknownColumn(table, { name, span });
    return;
  }
  const refuse = (what: string): undefined => context.add(report["invalid-change"]({ what }), span);
  if (isPrimaryKey(column)) {
    refuse(`"${name}" is part of the primary key and cannot be dropped.`);
    return;
  }
  const index = [...table.indexes.values()].find((each) => each.column === name);
  if (index !== undefined) {
    refuse(`"${name}" cannot be dropped while index ${index.name} is on it.`);
    return;
  }
  const views = viewsOf(context, table);
  if (views.length > 0) {
    refuse(
      `"${name}" cannot be dropped while ${table.name} has materialized views (${views.map((view) => view.name).join(", ")}).`,
    );
    return;
  }
  table.columns.delete(name);
  table.dropped.set(name, column);
}

function renameColumn(
  context: ReplayContext,
  table: TableDraft,
  { from, to }: { readonly from: Identifier; readonly to: Identifier },
): void {
  const column = table.columns.get(from.name);
  if (column === undefined) {
    context.unknownColumn(table, from);
    return;
  }
  const refuse = (what: string): undefined => context.add(report["invalid-change"]({ what }), from.span);
  if (!isPrimaryKey(column)) {
    refuse(`Only columns of the primary key can be renamed, and "${from.name}" is not one.`);
    return;
  }
  if (table.columns.has(to.name)) {
    refuse(`Column "${to.name}" exists already.`);
    return;
  }
  if ([...table.indexes.values()].some((index) => index.column === from.name)) {
    refuse(`"${from.name}" cannot be renamed while an index is on it.`);
    return;
  }
  const views = viewsOf(context, table);
  for (const each of [table, ...views]) renameIn(each, from.name, to.name);
}

function renameIn(table: TableDraft, from: string, to: string): void {
  const renamed = (column: Column): Column => (column.name === from ? { ...column, name: to } : column);
  table.columns = new Map([...table.columns.values()].map(renamed).map((column) => [column.name, column]));
  table.partitionKey = table.partitionKey.map(renamed);
  table.clustering = table.clustering.map(renamed);
}
