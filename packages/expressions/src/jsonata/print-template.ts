import type { ExpressionNode, Json, LiteralNode, ObjectNode } from "../nodes/expression-node.js";
import { splitsText } from "./precedence.js";
import { printJsonata } from "./print-jsonata.js";

/**
 * The value of an ASL field: objects and arrays stay JSON as far as their keys and lengths are known, constants and
 * placeholders are plain, and everything else is `{% … %}`.
 */
export function printTemplate(node: ExpressionNode): Json {
  switch (node.kind) {
    case "literal":
      return printConstant(node.value);
    case "placeholder":
      return node.text;
    case "object": {
      const members = plainMembers(node);
      if (members === undefined) return printExpression(node);
      return Object.fromEntries(members.map(([name, value]) => [name, printTemplate(value)]));
    }
    case "array":
      return node.elements.every(isOneElement) ? node.elements.map(printTemplate) : printExpression(node);
    default:
      return printExpression(node);
  }
}

/** The longest line of an expression, with its marks. */
const width = 100;
const [open, close] = ["{% ", " %}"];

function printExpression(node: ExpressionNode): string {
  return open + printJsonata(node, { width, before: open.length, after: close.length }) + close;
}

function printConstant(value: Json): Json {
  if (typeof value === "string") return splitsText(value) ? printExpression(literalOf(value)) : value;
  if (value === null || typeof value !== "object") return Object.is(value, -0) ? 0 : value;
  if (isArray(value)) return value.map(printConstant);
  if (Object.keys(value).some(splitsText)) return printExpression(literalOf(value));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, printConstant(member)]));
}

function literalOf(value: Json): LiteralNode {
  return { kind: "literal", value };
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** The members with the names that they have in JSON; undefined where a name is computed or must not stand there. */
export function plainMembers(node: ObjectNode): readonly (readonly [string, ExpressionNode])[] | undefined {
  const members: [string, ExpressionNode][] = [];
  for (const { key, value } of node.entries) {
    if (key.kind !== "literal" || typeof key.value !== "string" || splitsText(key.value)) return undefined;
    members.push([key.value, value]);
  }
  return members;
}

/**
 * Whether an element gives exactly one value that is no array: what may be absent or spliced is for the engine. What was
 * written by hand is one element, as in JSON.
 */
function isOneElement(element: ExpressionNode): boolean {
  switch (element.kind) {
    case "literal":
      return !Array.isArray(element.value);
    case "array":
    case "object":
    case "placeholder":
    case "negate":
    case "binary":
      return true;
    case "source":
      return element.inLambda === undefined;
    default:
      return false;
  }
}
