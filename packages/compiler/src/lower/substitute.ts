import {
  type ExpressionNode,
  type SourceNode,
  substituteExpression,
  transformExpression,
  variable,
  walkExpression,
} from "@treadle/expressions";
import { readsState } from "./context-values.js";

type Readable = ReadonlyMap<string, ExpressionNode>;

/** Puts what can be read here in the place of values; what stays a `scope` node will be read from a variable. */
export function readFrom(node: ExpressionNode, readable: Readable): ExpressionNode {
  if (![...variablesRead(node)].some((key) => readable.has(key))) return node;
  return transformExpression(node, (child) => (child.kind === "scope" ? (readable.get(child.name) ?? child) : child));
}

const keysRead = new WeakMap<ExpressionNode, ReadonlySet<string>>();

/** The keys of the values that an expression reads from variables. */
export function variablesRead(node: ExpressionNode): ReadonlySet<string> {
  const known = keysRead.get(node);
  if (known) return known;
  const keys = new Set<string>();
  walkExpression(node, (child) => {
    if (child.kind === "scope") keys.add(child.name);
  });
  keysRead.set(node, keys);
  return keys;
}

/** The last step before printing: values become variables; what a lambda inside binds is renamed where it would hide one. */
export function toVariables(node: ExpressionNode): ExpressionNode {
  if (variablesRead(node).size === 0) return node;
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

/** About how long the text of a node is, where it was written by hand. */
const charactersOfNode = 8;

/** The most nodes that an expression may have to be repeated rather than computed in a state of its own, which is billed. */
const maxInlinedNodes = 48;

/** The most nodes of an expression that is another name for its parts. */
const maxAliasNodes = 256;

/** Whether an expression gives the same value wherever it stands. */
export function isRepeatable(node: ExpressionNode): boolean {
  let repeatable = true;
  walkExpression(node, (child) => {
    if (child.kind === "call" && typeof child.callee === "string" && impure.has(child.callee)) repeatable = false;
    if (child.kind === "source" && isImpureText(child)) repeatable = false;
    // As an element of JSON it is one value; in an array constructor an array would be spliced.
    if (child.kind === "array" && child.elements.some((element) => element.kind === "source" && !element.inLambda))
      repeatable = false;
    if (readsState(child)) repeatable = false;
  });
  return repeatable;
}

function writtenText({ parts }: SourceNode): string {
  return parts.filter((part) => typeof part === "string").join(" ");
}

function isImpureText(node: SourceNode): boolean {
  const calls = writtenText(node).matchAll(/\$(\w+)\s*\(|\bcontext\s*\.\s*(State)\b/g);
  return [...calls].some(([, callee, state]) => state !== undefined || impure.has(callee!));
}

const sizes = new WeakMap<ExpressionNode, number>();

/** How much text an expression is, in nodes. */
export function sizeOf(node: ExpressionNode): number {
  const known = sizes.get(node);
  if (known !== undefined) return known;
  let nodes = 0;
  walkExpression(node, (child) => {
    nodes += child.kind === "source" ? writtenText(child).length / charactersOfNode : 1;
  });
  sizes.set(node, nodes);
  return nodes;
}

/** Whether an expression may be repeated in the place of its value. */
export function isInlinable(node: ExpressionNode): boolean {
  return isRepeatable(node) && sizeOf(node) <= maxInlinedNodes;
}

/** Whether an expression is no more than another name for its parts. */
export function isAlias(node: ExpressionNode): boolean {
  return isSimple(node) && sizeOf(node) <= maxAliasNodes;
}
