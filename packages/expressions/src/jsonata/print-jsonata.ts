import type { ArrayNode, CallNode, ExpressionNode, Json, ObjectNode } from "../nodes/expression-node.js";
import {
  conditionalPrecedence,
  elementNeedsParentheses,
  objectNeedsParentheses,
  operandNeedsParentheses,
  precedenceOf,
  prefixPrecedence,
  receiverNeedsParentheses,
  splitText,
} from "./precedence.js";

/**
 * The JSONata 2.0.6 text of a node, with no more parentheses than its meaning needs. A scope node that was not replaced is
 * printed as a variable of its name; a capture has no text, since its value is not known here.
 */
export function printJsonata(node: ExpressionNode): string {
  switch (node.kind) {
    case "literal":
      return printLiteral(node.value);
    case "regex":
      return `/${node.pattern}/${node.ignoreCase ? "i" : ""}`;
    case "placeholder":
      return JSON.stringify(node.text);
    case "variable":
      return `$${node.name}`;
    case "states":
      return `$states.${node.field}`;
    case "scope":
      return `$${node.name}`;
    case "capture":
      throw new Error(`the capture "${node.name}" was not replaced by its value`);
    case "contextName":
      return printName(node.name);
    case "property":
      return printProperty(node.object, node.name);
    case "subscript":
      return `${printReceiver(node.object)}[${printJsonata(node.subscript)}]`;
    case "call":
      return printCall(node);
    case "binary": {
      const left = parenthesize(node.left, operandNeedsParentheses(node.operator, node.left, "left"));
      const right = parenthesize(node.right, operandNeedsParentheses(node.operator, node.right, "right"));
      return node.operator === ".." ? `${left}..${right}` : `${left} ${node.operator} ${right}`;
    }
    case "negate":
      return `-${parenthesize(node.operand, precedenceOf(node.operand) <= prefixPrecedence)}`;
    case "conditional": {
      const condition = parenthesize(node.condition, precedenceOf(node.condition) <= conditionalPrecedence);
      const whenTrue = parenthesize(node.whenTrue, node.whenTrue.kind === "conditional");
      return `${condition} ? ${whenTrue} : ${printJsonata(node.whenFalse)}`;
    }
    case "array":
      return printArray(node);
    case "object":
      return printObject(node);
    case "lambda":
      return `function(${node.parameters.map((name) => `$${name}`).join(", ")}) { ${printJsonata(node.body)} }`;
    case "block": {
      const bindings = node.bindings.map(({ name, value }) => `$${name} := ${printJsonata(value)}; `);
      return `(${bindings.join("")}${printJsonata(node.result)})`;
    }
    case "source":
      return node.parts.map((part) => (typeof part === "string" ? part : printReceiver(part))).join("");
  }
}

function parenthesize(node: ExpressionNode, needed: boolean): string {
  return needed ? `(${printJsonata(node)})` : printJsonata(node);
}

function printReceiver(node: ExpressionNode): string {
  return parenthesize(node, receiverNeedsParentheses(node));
}

function printProperty(object: ExpressionNode, name: string): string {
  if (canQuote(name)) return `${parenthesize(object, objectNeedsParentheses(object))}.${printName(name)}`;
  return `$lookup(${printJsonata(object)}, ${printText(name)})`;
}

function printCall(node: CallNode): string {
  const callee = typeof node.callee === "string" ? `$${node.callee}` : printReceiver(node.callee);
  return `${callee}(${node.arguments.map(printJsonata).join(", ")})${node.keepArray ? "[]" : ""}`;
}

function printArray(node: ArrayNode): string {
  const elements = node.elements.flatMap((element) => {
    // A literal array is spliced like any other value, while `[[…]]` would nest it.
    if (element.kind === "literal" && isArray(element.value)) return element.value.map(printLiteral);
    return [parenthesize(element, elementNeedsParentheses(element))];
  });
  return `[${elements.join(", ")}]`;
}

function printObject(node: ObjectNode): string {
  const entries = node.entries.map(({ key, value }) => `${printJsonata(key)}: ${printJsonata(value)}`);
  return `{${entries.join(", ")}}`;
}

function printLiteral(value: Json): string {
  if (typeof value === "string") return printText(value);
  if (isArray(value)) return `[${value.map(printLiteral).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, member]) => `${printText(key)}: ${printLiteral(member)}`);
  return `{${entries.join(", ")}}`;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function printText(text: string): string {
  return splitText(text)
    .map((part) => JSON.stringify(part))
    .join(" & ");
}

const words = new Set(["and", "or", "in", "true", "false", "null", "function"]);

function canQuote(name: string): boolean {
  return name !== "" && !/[`\n\r]/.test(name) && splitText(name).length === 1;
}

/** A name as a step of a path, in backticks where the parser would read something else. */
function printName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !words.has(name) ? name : `\`${name}\``;
}
