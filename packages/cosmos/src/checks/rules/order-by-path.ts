import { cosmosDiagnostics } from "../../diagnostics.js";
import type { QueryNode } from "../../sql/nodes.js";
import { documentPath } from "../document-path.js";
import { findFunction } from "../functions.js";
import type { QueryRule } from "../rule.js";

/** ORDER BY reads an index, so it takes properties of the item; a vector distance has an index of its own. */
export const orderByPath: QueryRule = ({ inference, write, at, report }) => ({
  query(query, depth) {
    if (depth > 0 || query.orderBy === undefined || query.orderBy.rank || query.groupBy.length > 0) return;
    const environment = inference.environmentOf(query);
    for (const { value } of query.orderBy.items) {
      if (value.kind === "call" && value.name.toUpperCase() === "VECTORDISTANCE") continue;
      const path = documentPath(value, environment, inference);
      // What JOIN iterates over has no order in the index; of one aggregate no order is asked.
      const joined = path?.includes("[]") === true && (query.from?.joins.length ?? 0) > 0;
      if (path !== undefined && !(joined && !givesAggregate(query))) continue;
      report(cosmosDiagnostics["order-by-path"]({ expression: write(value), at: at(value.start) }), value);
    }
  },
});

function givesAggregate({ select: { what } }: QueryNode): boolean {
  return what.kind === "value" && what.value.kind === "call" && findFunction(what.value.name)?.aggregate === true;
}
