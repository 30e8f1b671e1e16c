import { cosmosDiagnostics } from "../../diagnostics.js";
import { fixedValues } from "../fixed-values.js";
import type { QueryRule } from "../rule.js";

/** A query fixes the first path of the partition key, or says that it goes across partitions. */
export const partitionKey: QueryRule = (context) => {
  const { container, crossPartition, report, query } = context;
  const [first] = container.partitionKey ?? [];
  if (first === undefined || crossPartition || query.from === undefined) return undefined;
  if (!fixedValues(context).has(first)) report(cosmosDiagnostics["partition-key-missing"]({ paths: first }));
  return undefined;
};
