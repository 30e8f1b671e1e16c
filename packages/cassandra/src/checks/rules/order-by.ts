import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isFixed } from "../resolve/restriction.js";
import { planSelect } from "../resolve/select-plan.js";
import { selectRule } from "./rule.js";

/** ORDER BY takes the clustering columns in their declared order or its exact reverse, within named partitions. */
export const orderBy = selectRule((select, { add }) => {
  const { statement, table, restrictions } = select;
  if (statement.orderBy.length === 0 || statement.orderBy.some(({ annOf }) => annOf !== undefined)) return;
  const first = statement.orderBy[0]!;
  const refuse = (what: string, span = first.span): void => add(report["invalid-order-by"]({ what }), span);
  const unknown = statement.orderBy.find(({ column }) => !table.columns.has(column.name));
  if (unknown !== undefined) {
    const { name, span } = unknown.column;
    add(report["unknown-column"]({ name, table: table.name, known: table.columns.keys() }), span);
    return;
  }
  const plan = planSelect(select);
  if (plan.usesIndex) {
    refuse("ORDER BY does not work together with an index.");
    return;
  }
  if (plan.isKeyRange) {
    refuse("ORDER BY needs the partition key fixed by = or IN.");
    return;
  }
  let at = 0;
  let reversed: boolean | undefined;
  for (const {
    column: { name },
    descending,
    span,
  } of statement.orderBy) {
    const column = table.columns.get(name)!;
    if (column.kind !== "clustering") {
      refuse(`Rows are ordered by clustering columns, and "${name}" is not one.`, span);
      return;
    }
    while (at < column.position) {
      const skipped = table.clustering[at++]!;
      if (!isFixed(restrictions, skipped)) {
        refuse(`ORDER BY follows the clustering columns; "${skipped.name}" comes before "${name}".`, span);
        return;
      }
    }
    at = column.position + 1;
    const isReversed = descending !== column.descending;
    if (reversed !== undefined && reversed !== isReversed) {
      refuse("ORDER BY is the declared clustering order or its exact reverse, not a mix of both.", span);
      return;
    }
    reversed = isReversed;
  }
});
