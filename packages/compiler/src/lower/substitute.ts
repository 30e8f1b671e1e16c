import {
  type ExpressionNode,
  substituteExpression,
  transformExpression,
  variable,
  walkExpression,
} from "@treadle/expressions";
import { readsState } from "./context-values.js";

type Readable = ReadonlyMap<string, ExpressionNode>;

/** Puts what can be read here in the place of values; what stays a `scope` node will be read from a variable. */
export function readFrom(node: ExpressionNode, readable: Readable): ExpressionNode {
  return transformExpression(node, (child) => (child.kind === "scope" ? (readable.get(child.name) ?? child) : child));
}

/** The keys of the values that an expression reads from variables. */
export function variablesRead(node: ExpressionNode, into: Set<string> = new Set()): Set<string> {
  walkExpression(node, (child) => {
    if (child.kind === "scope") into.add(child.name);
  });
  return into;
}

/** The last step before printing: values become variables; what a lambda inside binds is renamed where it would hide one. */
export function toVariables(node: ExpressionNode): ExpressionNode {
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

/** Functions that give another value each time they are called. */
const impure = new Set(["random", "uuid", "now", "millis", "shuffle"]);

/** The most nodes that an expression may have to be repeated rather than computed in a state of its own, which is billed. */
const maxInlinedNodes = 48;

/** Whether an expression gives the same value wherever it stands. */
export function isRepeatable(node: ExpressionNode): boolean {
  let repeatable = true;
  walkExpression(node, (child) => {
    if (child.kind === "call" && typeof child.callee === "string" && impure.has(child.callee)) repeatable = false;
    if (readsState(child)) repeatable = false;
  });
  return repeatable;
}

/** Whether an expression may be repeated in the place of its value. */
export function isInlinable(node: ExpressionNode): boolean {
  let nodes = 0;
  walkExpression(node, () => nodes++);
  return nodes <= maxInlinedNodes && isRepeatable(node);
}
