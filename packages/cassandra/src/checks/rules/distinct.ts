import { cassandraDiagnostics as report } from "../../diagnostics.js";
import type { Column } from "../../schema/index.js";
import type { ResolvedSelect } from "../resolve/resolved-statement.js";
import { restrictionsOn } from "../resolve/restriction.js";
import { planSelect } from "../resolve/select-plan.js";
import { selectRule } from "./rule.js";

/** DISTINCT gives one row for each partition, so it knows the partition key and static columns only. */
export const distinct = selectRule((select, { add }) => {
  if (!select.statement.distinct) return;
  const fault = distinctFault(select);
  if (fault !== undefined) add(report["invalid-distinct"]({ what: fault }), select.statement.selectorsSpan);
});

function distinctFault(select: ResolvedSelect): string | undefined {
  const { restrictions, readColumns, table, statement } = select;
  if (statement.perPartitionLimit !== undefined)
    return "DISTINCT gives one row for each partition, so PER PARTITION LIMIT has no place.";
  const restricted = restrictions.flatMap(({ columns }) => columns);
  const wrong = restricted.find(({ kind }) => kind === "clustering" || kind === "regular");
  if (wrong !== undefined)
    return `With DISTINCT only the partition key and static columns are restricted, not "${wrong.name}".`;
  if (statement.orderBy.some(({ annOf }) => annOf !== undefined)) return "DISTINCT cannot be ordered by ANN OF.";
  const other = [...readColumns, ...columnsToSort(select)].find(
    ({ kind }) => kind !== "partition" && kind !== "static",
  );
  if (other !== undefined)
    return `With DISTINCT only the partition key and static columns are selected, not "${other.name}".`;
  if (!planSelect(select).isKeyRange) return undefined;
  const missing = table.partitionKey.find((column) => !readColumns.has(column));
  return missing && `With DISTINCT over partitions the whole partition key is selected; "${missing.name}" is missing.`;
}

/** Rows of several partitions are sorted by what was read of them. */
function columnsToSort({ statement, table, restrictions }: ResolvedSelect): readonly Column[] {
  const isListed = restrictionsOn(restrictions, "partition").some(({ operator }) => operator === "in");
  return isListed ? statement.orderBy.flatMap(({ column }) => table.columns.get(column.name) ?? []) : [];
}
