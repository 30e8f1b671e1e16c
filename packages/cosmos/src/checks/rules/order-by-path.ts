import { cosmosDiagnostics } from "../../diagnostics.js";
import { documentPath } from "../document-path.js";
import type { QueryRule } from "../rule.js";

/** ORDER BY reads an index, so it takes properties of the item; a vector distance has an index of its own. */
export const orderByPath: QueryRule = ({ inference, write, at, report }) => ({
  query(query, depth) {
    if (depth > 0 || query.orderBy === undefined || query.orderBy.rank || query.groupBy.length > 0) return;
    const environment = inference.environmentOf(query);
    for (const { value } of query.orderBy.items) {
      if (value.kind === "call" && value.name.toUpperCase() === "VECTORDISTANCE") continue;
      if (documentPath(value, environment, inference) !== undefined) continue;
      report(cosmosDiagnostics["order-by-path"]({ expression: write(value), at: at(value.start) }), value);
    }
  },
});
