import { array, call, lambda, variable } from "./create.js";
import type { ExpressionNode } from "./expression-node.js";

/** What `Object.entries(object)` becomes; `element` is the value, by its name, as one element of an array. */
export function entriesNode(
  object: ExpressionNode,
  names: { readonly key: string; readonly value: string },
  element: ExpressionNode,
): ExpressionNode {
  const pair = array([variable(names.key), element]);
  const each = call("each", object, lambda([names.value, names.key], pair));
  return array([Object.freeze({ ...each, keepArray: true as const })]);
}

/** The object whose entries a node gives; undefined where it gives something else. A Map state takes the object itself. */
export function objectOfEntries(node: ExpressionNode): ExpressionNode | undefined {
  const [each, ...others] = node.kind === "array" ? node.elements : [];
  if (others.length > 0 || each?.kind !== "call" || each.callee !== "each" || !each.keepArray) return undefined;
  const [object, pairOf] = each.arguments;
  if (pairOf?.kind !== "lambda" || pairOf.body.kind !== "array" || pairOf.body.elements.length !== 2) return undefined;
  const [first] = pairOf.body.elements;
  return first?.kind === "variable" && first.name === pairOf.parameters[1] ? object : undefined;
}
