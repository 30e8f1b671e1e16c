import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isVirtual } from "../../schema/index.js";
import type { ResolvedSelect } from "../resolve/resolved-statement.js";
import { isContains, isSlice, restrictionsOn, supportingIndexes } from "../resolve/restriction.js";
import { clusteringNeedsFiltering, orderedByPosition, planSelect } from "../resolve/select-plan.js";
import { type RuleContext, selectRule } from "./rule.js";

/** Clustering columns are restricted from the first on, without a gap, and a bound ends it. */
export const clusteringPrefix = selectRule((select, context) => {
  const { table, restrictions, statement } = select;
  if (statement.allowFiltering !== undefined || isVirtual(table)) return;
  if (checkAfterBound(select, context)) return;
  const plan = planSelect(select);
  const clustering = orderedByPosition(restrictionsOn(restrictions, "clustering"));
  if (plan.hasIndex || !clusteringNeedsFiltering(restrictions)) return;
  const contains = clustering.find(isContains);
  if (contains !== undefined) {
    context.add(
      report["filtering-required"]({
        what: `"${contains.columns[0]!.name}" is a clustering column, which CONTAINS can ask by an index or by filtering only.`,
      }),
      contains.relation.span,
    );
    return;
  }
  const restricted = clustering.flatMap(({ columns }) => columns);
  restricted.forEach((column, at) => {
    const expected = table.clustering[at];
    if (expected === undefined || expected === column || restricted.includes(expected)) return;
    const gap = clustering.find(({ columns }) => columns.includes(column))!;
    context.add(
      report["clustering-prefix"]({
        what: `"${column.name}" cannot be restricted while "${expected.name}" before it is not.`,
        help: `Restrict "${expected.name}" by = or IN, or make a table whose key begins with "${column.name}".`,
      }),
      gap.relation.span,
    );
  });
});

function checkAfterBound({ table, restrictions }: ResolvedSelect, { add }: RuleContext): boolean {
  const bounds = restrictionsOn(restrictions, "clustering").filter(isSlice);
  for (const bound of bounds) {
    const limit = bound.columns[0]!;
    for (const later of restrictionsOn(restrictions, "clustering")) {
      const first = later.columns[0]!;
      if (first.position <= limit.position || supportingIndexes(table, later).length > 0) continue;
      add(
        report["clustering-prefix"]({
          what: `"${first.name}" cannot be restricted, since "${limit.name}" before it has a bound and no fixed value.`,
          help: `Fix "${limit.name}" by =, or compare both: (${limit.name}, ${first.name}) > (…).`,
        }),
        later.relation.span,
      );
      return true;
    }
  }
  return false;
}
