import { type CqlType, formatCqlType, type NativeType } from "../contract/cql-type.js";
import type { CreateIndexStatement, IndexTarget } from "../cql/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import { indexOptionsFault } from "./index-options.js";
import type { ReplayContext } from "./replay-context.js";
import { sasiOptionsFault } from "./sasi-options.js";
import type { TableDraft } from "./schema-draft.js";
import {
  type Column,
  type IndexKind,
  type IndexTargetKind,
  isCounterTable,
  isDense,
  isPrimaryKey,
} from "./schema-model.js";
import { holdsDuration, isCollection, isMultiCell, isNative } from "./type-traits.js";

export function createIndex(context: ReplayContext, statement: CreateIndexStatement): void {
  const table = context.tableOf(statement.table);
  if (table === undefined) return;
  const refuse = (what: string, help?: string): undefined =>
    context.add(report["invalid-index"]({ what, ...(help && { help }) }), statement.span);
  if (statement.name?.keyspace !== undefined && statement.name.keyspace.name !== table.keyspace) {
    refuse("An index is in the keyspace of its table.");
    return;
  }
  if (statement.custom && statement.using === undefined) {
    refuse("CREATE CUSTOM INDEX needs USING and the class of the index.");
    return;
  }
  const kind = indexKind(statement.using);
  if (kind === "custom" && !statement.using?.includes(".")) {
    refuse(`There is no kind of index "${statement.using}".`, "Use 'sai', or the full name of a class of your own.");
    return;
  }
  if (table.viewOf !== undefined && kind === "legacy") {
    refuse("Secondary indexes on materialized views are not supported.");
    return;
  }
  if (statement.targets.length === 0 && kind !== "custom") {
    refuse("An index needs the column it is on.");
    return;
  }
  if (statement.targets.length > 1 && kind !== "custom") {
    refuse("An index is on one column.", "Create one index for each column.");
    return;
  }
  const target = statement.targets[0];
  const column = target && table.columns.get(target.column.name);
  if (target !== undefined && column === undefined) {
    context.unknownColumn(table, target.column);
    return;
  }
  const name = statement.name?.name.name ?? defaultName(context, table, target?.column.name);
  if (indexNames(context, table.keyspace).has(name)) {
    if (!statement.ifNotExists) context.add(report["already-exists"]({ what: "Index", name }), statement.span);
    return;
  }
  const twin = [...table.indexes.values()].find(
    (index) =>
      target &&
      index.column === column?.name &&
      index.kind === kind &&
      index.target === targetKind(target, column) &&
      (kind === "sai" || hasOptions(index.options, statement.options)),
  );
  if (twin !== undefined && kind !== "custom") {
    if (!statement.ifNotExists) refuse(`Index ${twin.name} is the same already.`);
    return;
  }
  const optionsFault = indexOptionsFault(kind, statement.options);
  if (optionsFault !== undefined) {
    refuse(optionsFault);
    return;
  }
  if (target !== undefined && column !== undefined) {
    const fault = targetFault(context, table, column, target, kind, statement.options);
    if (fault !== undefined) {
      refuse(fault);
      return;
    }
  }
  table.indexes.set(name, {
    name,
    kind,
    target: target && column ? targetKind(target, column) : "values",
    column: column?.name ?? "",
    options: statement.options,
  });
}

function hasOptions(some: CreateIndexStatement["options"], others: CreateIndexStatement["options"]): boolean {
  const text = (options: typeof some): string => JSON.stringify(Object.entries(options).sort());
  return text(some) === text(others);
}

export function indexNames(context: ReplayContext, keyspace: string): ReadonlySet<string> {
  const tables = context.schema.keyspaces.get(keyspace)?.tables.values() ?? [];
  return new Set([...tables].flatMap((table) => [...table.indexes.keys()]));
}

/** `<table>_<column>_idx`, numbered where that is taken. */
function defaultName(context: ReplayContext, table: TableDraft, column: string | undefined): string {
  const base = [table.name, ...(column === undefined ? [] : [column.replace(/\W/g, "")]), "idx"].join("_");
  const taken = indexNames(context, table.keyspace);
  let name = base;
  for (let number = 1; taken.has(name); number++) name = `${base}_${number}`;
  return name;
}

function indexKind(using: string | undefined): IndexKind {
  if (using === undefined) return "legacy";
  const name = using.toLowerCase();
  if (name === "sai" || name.endsWith("storageattachedindex")) return "sai";
  if (name.endsWith("sasiindex")) return "sasi";
  return name === "legacy_local_table" ? "legacy" : "custom";
}

function targetKind(target: IndexTarget, column: Column): IndexTargetKind {
  if (target.kind !== "simple") return target.kind;
  return isCollection(column.type) && column.type.frozen ? "full" : "values";
}

function targetFault(
  context: ReplayContext,
  table: TableDraft,
  column: Column,
  target: IndexTarget,
  kind: IndexKind,
  options: CreateIndexStatement["options"],
): string | undefined {
  const { type } = column;
  const wanted = target.kind;
  if (isNative(type, "duration")) return "Durations cannot be indexed.";
  if (holdsDuration(context.schema, type)) return `"${column.name}" holds durations, which cannot be indexed.`;
  if (isCounterTable(table)) return `${table.name} holds counters, and tables of counters take no index.`;
  if (isDense(table) && kind !== "custom") {
    const what = isPrimaryKey(column) ? "in the primary key" : "the value";
    return `"${column.name}" is ${what} of a table with COMPACT STORAGE, which cannot be indexed.`;
  }
  if (kind === "sasi") {
    const fault = sasiOptionsFault(options, column);
    if (fault !== undefined) return fault;
  }
  if (kind === "sasi" && isMultiCell(type))
    return `"${column.name}" is ${formatCqlType(type)}, which SASI does not take.`;
  if (column.kind === "partition" && table.partitionKey.length === 1 && kind !== "custom") {
    return `"${column.name}" is the whole partition key, by which rows are found anyway.`;
  }
  if (type.kind === "udt" && !type.frozen && kind !== "custom") {
    return `"${column.name}" is a user-defined type that is not frozen, which cannot be indexed.`;
  }
  if (isCollection(type) && type.frozen && ["keys", "values", "entries"].includes(wanted)) {
    return `"${column.name}" is frozen, so it can only be indexed as a whole: full(${column.name}).`;
  }
  if (isCollection(type) && type.frozen && wanted === "simple" && kind !== "custom")
    return `"${column.name}" is frozen, so it can only be indexed as a whole: full(${column.name}).`;
  if (wanted === "full" && !(isCollection(type) && type.frozen))
    return `full() is for frozen collections, and "${column.name}" is not one.`;
  if (!isCollection(type) && wanted !== "simple" && wanted !== "full")
    return `${wanted}() is for collections, and "${column.name}" is not one.`;
  if ((wanted === "keys" || wanted === "entries") && type.kind !== "map")
    return `${wanted}() is for maps, and "${column.name}" is not one.`;
  return kind === "sai" ? saiFault(column, options) : undefined;
}

/** @see https://cassandra.apache.org/doc/5.0/cassandra/developing/cql/indexing/sai/sai-faq.html */
const saiTypes: readonly NativeType[] = [
  "ascii",
  "bigint",
  "boolean",
  "date",
  "decimal",
  "double",
  "float",
  "inet",
  "int",
  "smallint",
  "text",
  "time",
  "timestamp",
  "timeuuid",
  "tinyint",
  "uuid",
  "varint",
];

function saiFault(column: Column, options: CreateIndexStatement["options"]): string | undefined {
  if (!/^\w+$/.test(column.name))
    return `The name "${column.name}" has characters that a storage-attached index does not take.`;
  const { type } = column;
  const analyzed = ["normalize", "case_sensitive", "ascii"].find((option) => options[option] !== undefined);
  if (analyzed !== undefined && !isNative(type, "text", "ascii"))
    return `The option ${analyzed} is for texts, not for ${formatCqlType(type)}.`;
  if (type.kind === "vector") {
    if (!isNative(type.element, "float")) return "Only vectors of float can be indexed.";
    return type.dimension === 1 && options.similarity_function?.toLowerCase() === "cosine"
      ? "Vectors of one dimension have no cosine similarity."
      : undefined;
  }
  return isIndexedBySai(type) ? undefined : `A storage-attached index does not take ${formatCqlType(type)}.`;
}

function isIndexedBySai(type: CqlType): boolean {
  if (type.kind === "native") return isNative(type, ...saiTypes);
  if (isCollection(type)) return type.frozen || !isMultiCell(type) || partsAreNative(type);
  return true;
}

function partsAreNative(type: CqlType & { readonly kind: "list" | "set" | "map" }): boolean {
  const parts = type.kind === "map" ? [type.key, type.value] : [type.element];
  return parts.every((part) => part.kind !== "native" || isNative(part, ...saiTypes));
}
