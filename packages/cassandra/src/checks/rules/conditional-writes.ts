import type { CqlType } from "../../contract/cql-type.js";
import { formatCqlType } from "../../contract/cql-type.js";
import type { Condition } from "../../cql/index.js";
import { cassandraDiagnostics as report } from "../../diagnostics.js";
import {
  type Column,
  holdsDuration,
  isCollection,
  isCounterTable,
  isPrimaryKey,
  type Schema,
} from "../../schema/index.js";
import type { ResolvedModification } from "../resolve/resolved-statement.js";
import { isEqual, restrictionsOn, unrestricted } from "../resolve/restriction.js";
import { placeFault } from "../terms/place-fault.js";
import { modificationRule, type RuleContext } from "./rule.js";

/** IF: on one row named by =, on columns outside the key, with the server's own timestamp. */
export const conditionalWrites = modificationRule((modification, context) => {
  const { statement, conditionColumns, table } = modification;
  if (statement.conditions === undefined || isCounterTable(table)) return;
  const { timestamp } = statement.using;
  if (timestamp !== undefined) {
    context.add(report["invalid-using"]({ what: "A conditional write takes no TIMESTAMP." }), timestamp.span);
  }
  for (const { column, condition } of conditionColumns) {
    const fault = conditionFault(context.schema, column, condition);
    if (fault !== undefined) context.add(report["invalid-condition"]({ what: fault }), condition.span);
    checkNulls(condition, context);
    checkPlace(column, condition, context);
  }
  checkNamedRow(modification, context);
});

const slices: readonly string[] = ["<", "<=", ">", ">="];

function conditionFault(schema: Schema, column: Column, condition: Condition): string | undefined {
  const { name, type } = column;
  const { operator, element, field } = condition;
  const text = formatCqlType(type);
  if (isPrimaryKey(column)) return `"${name}" is in the primary key, which WHERE asks for.`;
  if (operator === "contains" && !isCollection(type)) return `CONTAINS is for collections; "${name}" is ${text}.`;
  if (operator === "contains key" && type.kind !== "map") return `CONTAINS KEY is for maps; "${name}" is ${text}.`;
  if (element !== undefined && type.kind !== "map" && type.kind !== "list")
    return `"${name}" is ${text}, which has no elements to ask for.`;
  if (field !== undefined && type.kind !== "udt") return `"${name}" is ${text}, which has no fields.`;
  const compared: CqlType = element === undefined ? type : type.kind === "map" ? type.value : type;
  return slices.includes(operator) && holdsDuration(schema, compared)
    ? `Durations have no order, so ${operator} does not work.`
    : undefined;
}

/** Null is equal or not equal; nothing is greater or less than it, and no collection holds it. */
function checkNulls({ operator, value, span }: Condition, { add }: RuleContext): void {
  if (Array.isArray(value) || operator === "=" || operator === "!=" || operator === "in") return;
  if ("kind" in value && value.kind === "null") {
    add(report["null-not-allowed"]({ what: `Null cannot be compared by ${operator.toUpperCase()}.` }), span, "execute");
  }
}

function checkPlace({ name, type }: Column, { element, span }: Condition, { add }: RuleContext): void {
  if (element === undefined || !isCollection(type)) return;
  const fault = placeFault(element, name, type);
  if (fault !== undefined) add(report["invalid-condition"]({ what: fault }), span, "execute");
}

function checkNamedRow(modification: ResolvedModification, { add }: RuleContext): void {
  const { statement, table, restrictions, operations, conditionColumns } = modification;
  if (statement.kind === "insert") return;
  const key = [...table.partitionKey, ...table.clustering];
  for (const kind of ["partition", "clustering"] as const) {
    const list = restrictionsOn(restrictions, kind).find(({ operator }) => operator === "in");
    if (list === undefined) continue;
    const what = `A conditional write is about one row, so "${list.columns[0]!.name}" takes = and not IN.`;
    add(report["invalid-condition"]({ what }), list.relation.span, "execute");
  }
  if (statement.kind !== "delete") return;
  // IN is reported above; the server notices it only as it runs the statement.
  const named = restrictions.filter((each) => isEqual(each) || each.operator === "in");
  if (unrestricted(named, key).length === 0) return;
  const writes = operations.find(({ column }) => column.kind === "regular");
  const asks = conditionColumns.find(({ column }) => column.kind === "regular");
  const what = writes
    ? `To delete "${writes.column.name}" on a condition the whole primary key must be fixed by =.`
    : operations.length === 0
      ? "To delete a row on a condition the whole primary key must be fixed by =."
      : asks && `To ask for "${asks.column.name}" the whole primary key must be fixed by =.`;
  if (what !== undefined) add(report["invalid-condition"]({ what }), statement.conditions!.span);
}
