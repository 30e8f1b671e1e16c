import type { CqlType } from "../../contract/cql-type.js";
import type {
  Assignment,
  Condition,
  Conditions,
  DeleteStatement,
  Deletion,
  InsertStatement,
  ModificationStatement,
  UpdateStatement,
  Using,
} from "../../cql/index.js";
import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { type Column, findUserType, isPrimaryKey, native } from "../../schema/index.js";
import type { Analysis, TermScope } from "../analysis.js";
import type { Receiver } from "../bind-marker.js";
import { bindTerm } from "../terms/bind-term.js";
import { resolveColumn, resolveTable } from "./resolve-table.js";
import { bindIn, resolveWhere } from "./resolve-where.js";
import type { ColumnOperation, ResolvedModification } from "./resolved-statement.js";
import type { Restriction } from "./restriction.js";

export function resolveModification(
  analysis: Analysis,
  statement: ModificationStatement,
): ResolvedModification | undefined {
  const table = resolveTable(analysis, statement.table);
  if (table === undefined) return undefined;
  const scope: TermScope = { analysis, table };
  bindUsing(scope, statement.using);
  const conditionColumns = resolveConditions(scope, statement.conditions);
  const base = { kind: "modification", statement, table, conditionColumns } as const;
  switch (statement.kind) {
    case "insert":
      return { ...base, ...resolveInsert(scope, statement) };
    case "update":
      return {
        ...base,
        operations: resolveAssignments(scope, statement),
        restrictions: resolveWhere(scope, statement.where),
      };
    case "delete":
      return {
        ...base,
        operations: resolveDeletions(scope, statement),
        restrictions: resolveWhere(scope, statement.where),
      };
  }
}

export function bindUsing(scope: TermScope, { timestamp, ttl }: Using): void {
  if (timestamp !== undefined) bindTerm(scope, timestamp, { name: "[timestamp]", type: native("bigint") });
  if (ttl !== undefined) bindTerm(scope, ttl, { name: "[ttl]", type: native("int") });
}

function resolveInsert(
  scope: TermScope,
  statement: InsertStatement,
): Pick<ResolvedModification, "operations" | "restrictions"> {
  if (statement.json !== undefined) {
    bindTerm(scope, statement.json, { name: "[json]", type: native("text") });
    return { operations: [], restrictions: [] };
  }
  const operations: ColumnOperation[] = [];
  const restrictions: Restriction[] = [];
  statement.columns.forEach((name, at) => {
    const column = resolveColumn(scope.analysis, scope.table, name);
    const value = statement.values[at];
    if (column === undefined || value === undefined) return;
    const isSet = !isPrimaryKey(column);
    bindTerm(scope, value, { name: column.name, type: column.type, nullable: isSet, settable: isSet });
    if (isPrimaryKey(column)) {
      const relation = { kind: "column", column: name, operator: "=", value, span: name.span } as const;
      restrictions.push({ relation, columns: [column], operator: "=", form: "single", valueCount: undefined });
    } else {
      operations.push({ column, name, source: { kind: "insert", value } });
    }
  });
  return { operations, restrictions };
}

function resolveAssignments(scope: TermScope, { assignments }: UpdateStatement): readonly ColumnOperation[] {
  return assignments.flatMap((assignment): ColumnOperation[] => {
    const column = resolveColumn(scope.analysis, scope.table, assignment.column);
    if (column === undefined) return [];
    bindAssignment(scope, column, assignment);
    return [{ column, name: assignment.column, source: assignment }];
  });
}

function bindAssignment(scope: TermScope, column: Column, assignment: Assignment): void {
  const { name, type } = column;
  switch (assignment.kind) {
    case "set":
      bindTerm(scope, assignment.value, { name, type, nullable: true, settable: true });
      return;
    case "element":
      bindKey(scope, column, assignment.key);
      if (elementOf(type))
        bindTerm(scope, assignment.value, {
          name: `value(${name})`,
          type: elementOf(type)!,
          nullable: true,
          settable: true,
        });
      return;
    case "field": {
      const field = resolveField(scope, column, assignment.field);
      if (field !== undefined) bindTerm(scope, assignment.value, { ...field, nullable: true, settable: true });
      return;
    }
    case "subtract":
      bindTerm(scope, assignment.value, type.kind === "map" ? { name, type: keySet(type) } : { name, type });
      return;
    default:
      bindTerm(scope, assignment.value, { name, type });
  }
}

const keySet = (type: CqlType & { kind: "map" }): CqlType => ({ kind: "set", element: type.key, frozen: false });

function elementOf(type: CqlType): CqlType | undefined {
  return type.kind === "map" ? type.value : type.kind === "list" ? type.element : undefined;
}

/** `c[key]` of an assignment, a deletion or a condition. */
function bindKey(scope: TermScope, { name, type }: Column, key: Parameters<typeof bindTerm>[1]): void {
  const receiver: Receiver | undefined =
    type.kind === "map"
      ? { name: `key(${name})`, type: type.key }
      : type.kind === "list"
        ? { name: `idx(${name})`, type: native("int") }
        : type.kind === "set"
          ? { name: `value(${name})`, type: type.element }
          : undefined;
  if (receiver !== undefined) bindTerm(scope, key, receiver);
}

function resolveField(
  { analysis }: TermScope,
  { name, type }: Column,
  field: Deletion["column"],
): Receiver | undefined {
  if (type.kind !== "udt") return undefined;
  const fields = findUserType(analysis.schema, type)?.fields ?? new Map<string, CqlType>();
  const fieldType = fields.get(field.name);
  if (fieldType !== undefined) return { name: `${name}.${field.name}`, type: fieldType };
  return analysis.add(report["unknown-field"]({ name: field.name, type: type.name, known: fields.keys() }), field.span);
}

function resolveDeletions(scope: TermScope, { deletions }: DeleteStatement): readonly ColumnOperation[] {
  return deletions.flatMap((deletion): ColumnOperation[] => {
    const column = resolveColumn(scope.analysis, scope.table, deletion.column);
    if (column === undefined) return [];
    if (deletion.element !== undefined) bindKey(scope, column, deletion.element);
    if (deletion.field !== undefined) resolveField(scope, column, deletion.field);
    return [{ column, name: deletion.column, source: deletion }];
  });
}

function resolveConditions(
  scope: TermScope,
  conditions: Conditions | undefined,
): ResolvedModification["conditionColumns"] {
  if (conditions?.kind !== "if") return [];
  return conditions.conditions.flatMap((condition) => {
    const column = resolveColumn(scope.analysis, scope.table, condition.column);
    if (column === undefined) return [];
    bindCondition(scope, column, condition);
    return [{ column, condition }];
  });
}

function bindCondition(scope: TermScope, column: Column, condition: Condition): void {
  const receiver = conditionReceiver(scope, column, condition);
  if (receiver === undefined) return;
  const { operator, value } = condition;
  if (operator === "in") {
    bindIn(scope, value as Parameters<typeof bindIn>[1], { ...receiver, nullable: true });
  } else if (!Array.isArray(value)) {
    bindTerm(scope, value as Parameters<typeof bindTerm>[1], {
      ...receiver,
      nullable: operator === "=" || operator === "!=",
    });
  }
}

function conditionReceiver(scope: TermScope, column: Column, condition: Condition): Receiver | undefined {
  const { name, type } = column;
  if (condition.element !== undefined) {
    bindKey(scope, column, condition.element);
    const element = elementOf(type);
    return element && { name: `value(${name})`, type: element };
  }
  if (condition.field !== undefined) return resolveField(scope, column, condition.field);
  if (condition.operator === "contains key") {
    return type.kind === "map" ? { name: `key(${name})`, type: type.key } : undefined;
  }
  if (condition.operator === "contains") {
    const element = type.kind === "set" ? type.element : elementOf(type);
    return element && { name: `value(${name})`, type: element };
  }
  return { name, type };
}
