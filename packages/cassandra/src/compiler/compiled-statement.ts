import type { BindMarker, ResolvedModification, ResolvedStatement, SelectedColumn } from "../checks/index.js";
import type { CqlType } from "../contract/cql-type.js";
import { type Column, columnsInSelectOrder, isPrimaryKey, type Schema } from "../schema/index.js";
import { classifyStatement, type StatementTraits } from "./classify-statement.js";

export interface CompiledParam {
  readonly type: CqlType;
  readonly nullable: boolean;
  /** Whether it only sets columns, so that it may be left out. */
  readonly settable: boolean;
}

/** A statement without errors, as manifest and generated types need it. */
export interface CompiledStatement {
  readonly traits: StatementTraits;
  /** By the marker's name as it was written, in the order of the text. */
  readonly params: ReadonlyMap<string, CompiledParam>;
  /** Of the rows, or of the row that a failed condition gives back. */
  readonly columns: readonly { readonly name: string; readonly type: CqlType; readonly nullable: boolean }[];
  readonly resolved: ResolvedStatement;
}

export function compileStatement(
  schema: Schema,
  resolved: ResolvedStatement,
  markers: readonly BindMarker[],
  selected: readonly SelectedColumn[],
): CompiledStatement {
  const traits = classifyStatement(schema, resolved);
  const columns = traits.result === "applied" ? currentColumns(resolved) : selected;
  return {
    traits,
    params: collectParams(markers),
    columns: columns.map(({ name, type, nullable }) => ({ name, type, nullable })),
    resolved,
  };
}

/** A name that is used twice may be null, or be left out, only where both places take it. */
function collectParams(markers: readonly BindMarker[]): CompiledStatement["params"] {
  const params = new Map<string, CompiledParam>();
  for (const { writtenName, type, nullable, settable } of markers) {
    if (writtenName === undefined) continue;
    const earlier = params.get(writtenName);
    params.set(writtenName, {
      type: earlier?.type ?? type,
      nullable: nullable && (earlier?.nullable ?? true),
      settable: settable && (earlier?.settable ?? true),
    });
  }
  return params;
}

/**
 * What the server tells of a row when a condition fails: after IF NOT EXISTS the whole row, after conditions the columns
 * they name, after IF EXISTS nothing, since there is no row. A batch adds the primary key, since it may be about several.
 */
function currentColumns(resolved: ResolvedStatement): CompiledStatement["columns"] {
  if (resolved.kind === "select") return [];
  const isBatch = resolved.kind === "batch";
  const members = isBatch ? resolved.members : [resolved];
  const table = members[0]?.table;
  if (table === undefined) return [];
  if (members.some(({ statement }) => statement.conditions?.kind === "ifNotExists")) {
    return columnsInSelectOrder(table).map(toCurrent);
  }
  const asked = orderedConditionColumns(members);
  if (!isBatch) return asked.map(toCurrent);
  return [...table.partitionKey, ...table.clustering, ...asked].map(toCurrent);
}

function toCurrent(column: Column) {
  return { name: column.name, type: column.type, nullable: !isPrimaryKey(column) };
}

/** Conditions on rows before those on static columns, each column once. */
function orderedConditionColumns(members: readonly ResolvedModification[]): readonly Column[] {
  const columns = members.flatMap(({ conditionColumns }) => conditionColumns.map(({ column }) => column));
  const unique = [...new Set(columns)];
  return [...unique.filter(({ kind }) => kind !== "static"), ...unique.filter(({ kind }) => kind === "static")];
}
