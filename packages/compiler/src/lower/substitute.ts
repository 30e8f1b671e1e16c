import {
  type ExpressionNode,
  mapExpressionChildren,
  substituteExpression,
  transformExpression,
  variable,
} from "@treadle/expressions";
import { readsState } from "./context-values.js";
import { summarize } from "./summarize.js";

type Readable = ReadonlyMap<string, ExpressionNode>;

/** Puts what can be read here in the place of values; what stays a `scope` node will be read from a variable. */
export function readFrom(node: ExpressionNode, readable: Readable): ExpressionNode {
  if (!readsAny(node, readable)) return node;
  // Members that read nothing of it stay as they are, and what is known of them.
  if (node.kind === "object") return Object.freeze(mapExpressionChildren(node, (child) => readFrom(child, readable)));
  return transformExpression(node, (child) => (child.kind === "scope" ? (readable.get(child.name) ?? child) : child));
}

/** Whether an expression reads one of these values, by their keys. */
export function readsAny(node: ExpressionNode, keys: { readonly has: (key: string) => boolean }): boolean {
  for (const key of summarize(node).variables) if (keys.has(key)) return true;
  return false;
}

/** The last step before printing: values become variables; what a lambda inside binds is renamed where it would hide one. */
export function toVariables(node: ExpressionNode): ExpressionNode {
  const { variables, bindsNames } = summarize(node);
  // A value is printed as a variable of its name anyway.
  if (variables.size === 0 || !bindsNames) return node;
  return substituteExpression(node, (reference) => (reference.kind === "scope" ? variable(reference.name) : reference));
}

/** Whether an expression may stand in several places: a path, a constant, or a constructor of such. */
export function isSimple(node: ExpressionNode): boolean {
  switch (node.kind) {
    case "literal":
    case "placeholder":
    case "scope":
    case "states":
      return true;
    case "property":
      return isSimple(node.object) && !readsState(node);
    case "array":
      return node.elements.every(isSimple);
    case "object":
      return node.entries.every(({ key, value }) => key.kind === "literal" && isSimple(value));
    default:
      return false;
  }
}

/** The most nodes that an expression may have to be repeated rather than computed in a state of its own, which is billed. */
const maxInlinedNodes = 48;

/** The most nodes of an expression that is another name for its parts. */
const maxAliasNodes = 256;

/** Whether an expression may be repeated in the place of its value. */
export function isInlinable(node: ExpressionNode): boolean {
  const { isRepeatable, size } = summarize(node);
  return isRepeatable && size <= maxInlinedNodes;
}

/** Whether an expression is no more than another name for its parts. */
export function isAlias(node: ExpressionNode): boolean {
  return isSimple(node) && summarize(node).size <= maxAliasNodes;
}
