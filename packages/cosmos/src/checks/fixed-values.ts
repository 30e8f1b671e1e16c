import type { ExpressionNode, LiteralNode, ParameterNode } from "../sql/nodes.js";
import { documentPath, formatDocumentPath } from "./document-path.js";
import { conjunctsOf } from "./environment.js";
import type { RuleContext } from "./rule.js";

export type FixedValue = LiteralNode | ParameterNode;

/** The paths of the item that a condition of the query fixes to one value: `/tenant` → `@tenant`. */
export function fixedValues(context: Pick<RuleContext, "query" | "inference">): ReadonlyMap<string, FixedValue> {
  const { query, inference } = context;
  const fixed = new Map<string, FixedValue>();
  const environment = inference.environmentOf(query);
  for (const part of query.where ? conjunctsOf(query.where) : []) {
    if (part.kind !== "binary" || part.operator !== "=") continue;
    for (const [side, other] of [
      [part.left, part.right],
      [part.right, part.left],
    ] as const) {
      const path = isFixed(other) ? documentPath(side, environment, inference) : undefined;
      if (path && isFixed(other) && !path.includes("[]")) fixed.set(formatDocumentPath(path), other);
    }
  }
  return fixed;
}

function isFixed(expression: ExpressionNode): expression is FixedValue {
  return expression.kind === "parameter" || expression.kind === "literal";
}
