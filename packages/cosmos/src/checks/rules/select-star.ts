import { cosmosDiagnostics } from "../../diagnostics.js";
import type { QueryRule } from "../rule.js";

/** `SELECT *` gives the items of one source: there must be one, and only one. */
export const selectStar: QueryRule = ({ at, report }) => ({
  query({ select, from }) {
    if (select.what.kind !== "star") return;
    if (from !== undefined && from.joins.length === 0) return;
    const problem = from ? "cannot be used with JOIN" : "needs FROM";
    report(cosmosDiagnostics["select-star"]({ problem, at: at(select.start) }), select);
  },
});
