import ts from "#typescript";
import { array, call } from "../../nodes/create.js";
import type { ArrayNode } from "../../nodes/expression-node.js";
import type { Lowering } from "../lowering.js";
import { unwrap } from "../references.js";
import { elementKinds } from "../selections.js";

/** `[...new Set(texts)]` and `Array.from(new Set(texts))`: the array without repetitions. */
export function lowerDistinct(node: ts.Expression, lowering: Lowering): ArrayNode | undefined {
  const inner = unwrap(node);
  if (!ts.isNewExpression(inner) || inner.expression.getText() !== "Set") return undefined;
  const [source, ...more] = inner.arguments ?? [];
  if (source === undefined || more.length > 0 || !lowering.isOnly(source, "array")) return undefined;
  const kinds = elementKinds(source, lowering);
  if (kinds.size !== 1 || !kinds.has("string")) return undefined;
  return array([call("distinct", lowering.value(source, "a set"))]);
}
