import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isCollection, type Table } from "../../schema/index.js";
import type { ResolvedSelect } from "../resolve/resolved-statement.js";
import { isSlice, type Restriction, restrictionsOn, unrestricted } from "../resolve/restriction.js";
import { clusteringNeedsFiltering, partitionNeedsFiltering, planSelect } from "../resolve/select-plan.js";
import { type RuleContext, selectRule } from "./rule.js";

/** Rows are found by the key or an index; what is left over needs ALLOW FILTERING. */
export const filtering = selectRule((select, context) => {
  const { statement, table, restrictions } = select;
  const plan = planSelect(select);
  if (plan.usesIndex) checkIndexUse(select, context);
  if (statement.allowFiltering !== undefined) {
    if (!plan.needsFiltering) context.add(report["filtering-not-needed"]({}), statement.allowFiltering, "advice");
    return;
  }
  if (!plan.needsFiltering || alreadyReported(select, plan.hasIndex)) return;
  const restriction = plan.filtered!;
  const column = restriction.columns[0];
  const missing = unrestricted(restrictions, table.partitionKey);
  const isKeyPart = partitionNeedsFiltering(table, restrictions) && column?.kind === "partition";
  if (isKeyPart && missing.length > 0) {
    context.add(
      report["partition-key-incomplete"]({
        what: `The partition key of ${table.name} is (${table.partitionKey.map(({ name }) => name).join(", ")}), and ${missing.map(({ name }) => name).join(", ")} is not restricted.`,
        help: "Restrict all of it by = or IN; part of it finds no partition.",
      }),
      restriction.relation.span,
    );
    return;
  }
  if (isKeyPart && isSlice(restriction)) {
    context.add(
      report["partition-key-incomplete"]({
        what: `"${column!.name}" is in the partition key, which has no order to find ranges by.`,
        help: `Compare token(${table.partitionKey.map(({ name }) => name).join(", ")}) for a scan by parts.`,
      }),
      restriction.relation.span,
    );
    return;
  }
  context.add(
    report["filtering-required"]({
      what: `Rows of ${table.name} cannot be found by "${column?.name ?? ""}" without reading others too.`,
      help: filteringHelp(
        table,
        restriction,
        missing.map(({ name }) => name),
      ),
    }),
    restriction.relation.span,
  );
});

/** The clustering rule says it more plainly where a gap in the clustering columns is the reason. */
function alreadyReported({ restrictions }: ResolvedSelect, hasIndex: boolean): boolean {
  return !hasIndex && clusteringNeedsFiltering(restrictions);
}

function filteringHelp(table: Table, restriction: Restriction, missing: readonly string[]): string {
  const column = restriction.columns[0];
  if (column === undefined) return "Restrict the whole partition key.";
  if (column.kind === "clustering" && missing.length > 0)
    return `Restrict the partition key too: ${missing.join(", ")}.`;
  const target =
    isCollection(column.type) && restriction.operator === "contains key" ? `keys(${column.name})` : column.name;
  return `Make an index (CREATE INDEX ON ${table.name} (${target}) USING 'sai'), or a table with "${column.name}" in its partition key.`;
}

function checkIndexUse({ restrictions }: ResolvedSelect, { add }: RuleContext): void {
  const inKey = restrictionsOn(restrictions, "partition").find(({ operator }) => operator === "in");
  if (inKey !== undefined) {
    add(
      report["unsupported-relation"]({ what: "An index cannot be combined with IN on the partition key." }),
      inKey.relation.span,
    );
  }
}
