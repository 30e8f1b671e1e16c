import { cosmosDiagnostics } from "../../diagnostics.js";
import type { QueryRule } from "../rule.js";

/** `c.lines[0]` and `c[@name]` can be planned; an index computed for each item is not supported by the service. */
export const computedIndexes: QueryRule = ({ write, at, report }) => ({
  expression(node) {
    if (node.kind !== "index" || node.index.kind === "literal" || node.index.kind === "parameter") return;
    report(
      cosmosDiagnostics["computed-index"]({ expression: write(node.index), at: at(node.index.start) }),
      node.index,
    );
  },
});
