import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { restrictionsOn, unrestricted } from "../resolve/restriction.js";
import { clusteringNeedsFiltering, partitionNeedsFiltering } from "../resolve/select-plan.js";
import { selectRule } from "./rule.js";

/** The server's guardrail for nearest-neighbour searches. */
const largestAnnLimit = 1000;

/** `ORDER BY v ANN OF …`: an index on the vector, nothing else to order by, a limit. */
export const vectorOrdering = selectRule(({ statement, table, restrictions, selected }, { add }) => {
  const ordering = statement.orderBy.find(({ annOf }) => annOf !== undefined);
  if (ordering === undefined) return;
  const refuse = (what: string, help?: string): void =>
    add(report["invalid-ann"]({ what, ...(help && { help }) }), ordering.span);
  const column = table.columns.get(ordering.column.name);
  if (column === undefined) {
    add(
      report["unknown-column"]({ name: ordering.column.name, table: table.name, known: table.columns.keys() }),
      ordering.column.span,
    );
    return;
  }
  if (statement.orderBy.length > 1) return refuse("ANN OF is the only ordering that a statement can have.");
  if (ordering.descending) return refuse("ANN OF gives the nearest first; it cannot be turned around.");
  if (column.type.kind !== "vector") return refuse(`ANN OF orders by a vector, and "${column.name}" is not one.`);
  const indexed = (name: string): boolean => [...table.indexes.values()].some((index) => index.column === name);
  if (!indexed(column.name)) {
    return refuse(
      `ANN OF needs an index on "${column.name}".`,
      `CREATE INDEX ON ${table.name} (${column.name}) USING 'sai'.`,
    );
  }
  const restricted = [
    ...(partitionNeedsFiltering(table, restrictions) ? restrictionsOn(restrictions, "partition") : []),
    ...restrictionsOn(restrictions, "regular"),
    ...restrictionsOn(restrictions, "static"),
    ...restrictionsOn(restrictions, "clustering"),
  ].flatMap(({ columns }) => columns);
  const open = restricted.filter(({ name }) => !indexed(name));
  const byKey =
    open.every(({ kind }) => kind === "clustering") &&
    unrestricted(restrictions, table.partitionKey).length === 0 &&
    !clusteringNeedsFiltering(restrictions);
  if (open.length > 0 && !byKey) {
    return refuse(
      `With ANN OF each restricted column needs an index; ${open.map(({ name }) => name).join(", ")} has none.`,
    );
  }
  const refuseToRun = (what: string): void => add(report["invalid-ann"]({ what }), ordering.span, "execute");
  if (ordering.annOf?.kind === "null") refuseToRun("Nothing is near to null.");
  const { limit } = statement;
  if (limit === undefined) refuseToRun("ANN OF needs a LIMIT.");
  else if (limit.kind === "literal" && Number(limit.value) > largestAnnLimit)
    refuseToRun(`The LIMIT of ANN OF is ${largestAnnLimit} at most.`);
  if (statement.perPartitionLimit !== undefined) refuseToRun("ANN OF takes no PER PARTITION LIMIT.");
  if (statement.groupBy.length > 0 || selected.some(({ aggregate }) => aggregate))
    refuseToRun("ANN OF gives rows, which cannot be grouped or aggregated.");
});
