import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isVirtual } from "../../schema/index.js";
import { restrictionsOn } from "../resolve/restriction.js";
import { selectRule } from "./rule.js";

/** Partitions that one coordinator should fetch for one request. */
const mostListedPartitions = 10;

/** IN on the partition key makes one coordinator fetch what many could. */
export const unboundedIn = selectRule(({ table, restrictions }, { add }) => {
  if (isVirtual(table)) return;
  for (const { operator, valueCount, columns, relation } of restrictionsOn(restrictions, "partition")) {
    if (operator !== "in" || (valueCount !== undefined && valueCount <= mostListedPartitions)) continue;
    const name = columns[0]!.name;
    const what =
      valueCount === undefined
        ? `IN with a marker on "${name}" makes one coordinator fetch as many partitions as the list has.`
        : `IN on "${name}" makes one coordinator fetch ${valueCount} partitions.`;
    const help = "Read each partition by itself, in a map with bounded concurrency.";
    add(report["unbounded-in"]({ what, help }), relation.span, "advice");
  }
});
