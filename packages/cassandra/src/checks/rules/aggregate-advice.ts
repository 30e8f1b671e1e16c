import { printTerm } from "../../cql/index.js";
import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isNative } from "../../schema/index.js";
import type { ResolvedSelect, SelectedColumn } from "../resolve/resolved-statement.js";
import { isFixed } from "../resolve/restriction.js";
import { type RuleContext, selectRule } from "./rule.js";

/** What aggregates give without saying so: sums that overflow, means that are cut off, columns of any one row. */
export const aggregateAdvice = selectRule((select, context) => {
  if (!select.selected.some(({ aggregate }) => aggregate)) return;
  for (const selected of select.selected) {
    adviseType(selected, context);
    adviseColumn(select, selected, context);
  }
});

function adviseType({ term, type }: SelectedColumn, { add }: RuleContext): void {
  if (term?.kind !== "call" || !["sum", "avg"].includes(term.name.name)) return;
  if (!isNative(type, "tinyint", "smallint", "int", "bigint", "counter")) return;
  const loss = term.name.name === "sum" ? "a larger sum overflows silently" : "the mean is cut off to a whole number";
  const typeText = type.kind === "native" ? type.name : "";
  add(report["aggregate-type"]({ call: printTerm(term), type: typeText, loss }), term.span, "advice");
}

function adviseColumn(
  { table, restrictions, statement }: ResolvedSelect,
  { term, aggregate }: SelectedColumn,
  { add }: RuleContext,
): void {
  if (term?.kind !== "column" || aggregate) return;
  const column = table.columns.get(term.name);
  const isGrouped = statement.groupBy.some((group) => group.kind === "column" && group.name === term.name);
  if (column === undefined || isGrouped || isFixed(restrictions, column)) return;
  // A static column has one value in a partition.
  const isOnePartition = table.partitionKey.every(
    (key) => isFixed(restrictions, key) || statement.groupBy.some((g) => g.kind === "column" && g.name === key.name),
  );
  if (column.kind === "static" && isOnePartition) return;
  add(report["ungrouped-column"]({ column: term.name }), term.span, "advice");
}
