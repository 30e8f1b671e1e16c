import { cosmosDiagnostics } from "../../diagnostics.js";
import type { Span } from "../../sql/span.js";
import type { QueryRule } from "../rule.js";

/** TOP, ORDER BY and OFFSET LIMIT belong to the whole query; the service refuses them in subqueries. */
export const subqueryClauses: QueryRule = ({ at, report }) => ({
  query({ select, orderBy, offsetLimit }, depth) {
    if (depth === 0) return;
    const refuse = (clause: string, span: Span): void =>
      report(cosmosDiagnostics["clause-in-subquery"]({ clause, at: at(span.start) }), span);
    if (select.top) refuse("TOP", select.top);
    if (orderBy) refuse(orderBy.rank ? "ORDER BY RANK" : "ORDER BY", orderBy);
    if (offsetLimit) refuse("OFFSET LIMIT", offsetLimit);
  },
});
