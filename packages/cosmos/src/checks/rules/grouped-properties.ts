import { cosmosDiagnostics } from "../../diagnostics.js";
import type { ExpressionNode, QueryNode } from "../../sql/nodes.js";
import { childrenOf, someInside } from "../../sql/visit.js";
import { findFunction } from "../functions.js";
import type { QueryRule } from "../rule.js";

/** Beside aggregates and with GROUP BY, SELECT takes only what is the same for a whole group. */
export const groupedProperties: QueryRule = ({ write, at, report }) => ({
  query(query) {
    const selected = selectedValues(query);
    const aggregates = selected.some((value) => someInside(value, isAggregate));
    if (query.groupBy.length === 0 && !aggregates) return;
    const keys = query.groupBy.map((key) => write(key));
    for (const value of selected) {
      for (const loose of ungrouped(value, query.groupBy)) {
        report(cosmosDiagnostics["not-grouped"]({ expression: write(loose), at: at(loose.start) }), loose);
      }
    }
    if (query.select.what.kind === "star") {
      report(
        cosmosDiagnostics["select-star"]({
          problem: `cannot be used with GROUP BY ${keys.join(", ")}`,
          at: at(query.select.start),
        }),
        query.select,
      );
    }
  },
});

function selectedValues({ select: { what } }: QueryNode): readonly ExpressionNode[] {
  if (what.kind === "list") return what.items.map((item) => item.value);
  return what.kind === "value" ? [what.value] : [];
}

function isAggregate(node: ExpressionNode): boolean {
  return node.kind === "call" && !node.udf && findFunction(node.name)?.aggregate === true;
}

/** The properties and names outside aggregates that no key of GROUP BY is equal to, or the beginning of. */
function ungrouped(node: ExpressionNode, keys: readonly ExpressionNode[]): readonly ExpressionNode[] {
  if (keys.some((key) => isSame(key, node)) || isAggregate(node)) return [];
  if (node.kind === "identifier") return [node];
  if (node.kind === "property" || node.kind === "index") {
    const rest = ungrouped(node.object, keys);
    return rest.length > 0 && isPath(node) ? [node] : rest;
  }
  return childrenOf(node).flatMap((child) => ungrouped(child, keys));
}

function isPath(node: ExpressionNode): boolean {
  if (node.kind === "property" || node.kind === "index") return isPath(node.object);
  return node.kind === "identifier";
}

function isSame(a: ExpressionNode, b: ExpressionNode): boolean {
  return fingerprint(a) === fingerprint(b);
}

/** The expression without its place: `c.city` and `c["city"]` are the same. */
function fingerprint(node: ExpressionNode): string {
  return JSON.stringify(node, (key, value) =>
    key === "start" || key === "end" || key === "nameSpan" ? undefined : value,
  );
}
