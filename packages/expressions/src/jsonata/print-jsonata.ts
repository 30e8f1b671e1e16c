import { isAbsent } from "../nodes/create.js";
import type {
  ArrayNode,
  BinaryNode,
  CallNode,
  ConditionalNode,
  ExpressionNode,
  Json,
} from "../nodes/expression-node.js";
import { type Doc, group, indent, join, layOut, line, softLine } from "./layout.js";
import {
  conditionalPrecedence,
  elementNeedsParentheses,
  isSamePrecedence,
  objectNeedsParentheses,
  operandNeedsParentheses,
  precedenceOf,
  prefixPrecedence,
  primaryPrecedence,
  receiverNeedsParentheses,
  splitText,
} from "./precedence.js";

export interface PrintOptions {
  /** The longest line, in characters, where a line can be broken. Default: no limit, and so one line. */
  readonly width?: number;
  /** Characters before the first line. Default 0. */
  readonly before?: number;
  /** Characters after the last line. Default 0. */
  readonly after?: number;
}

/**
 * The JSONata 2.0.6 text of a node, with no more parentheses than its meaning needs. A scope node that was not replaced is
 * printed as a variable of its name; a capture has no text, since its value is not known here.
 */
export function printJsonata(node: ExpressionNode, { width, before, after }: PrintOptions = {}): string {
  return layOut(docOf(node), width ?? Number.POSITIVE_INFINITY, before, after);
}

function docOf(node: ExpressionNode): Doc {
  switch (node.kind) {
    case "literal":
      return docOfLiteral(node.value);
    case "regex":
      return `/${node.pattern}/${node.ignoreCase ? "i" : ""}`;
    case "placeholder":
      return JSON.stringify(node.text);
    case "variable":
    case "scope":
      return `$${node.name}`;
    case "states":
      return `$states.${node.field}`;
    case "capture":
      throw new Error(`the capture "${node.name}" was not replaced by its value`);
    case "contextName":
      return printName(node.name);
    case "property":
      return docOfProperty(node.object, node.name);
    case "subscript":
      return [parenthesize(node.object, receiverNeedsParentheses(node.object)), "[", docOf(node.subscript), "]"];
    case "call":
      return docOfCall(node);
    case "binary":
      return docOfBinary(node);
    case "negate":
      return ["-", parenthesize(node.operand, precedenceOf(node.operand) <= prefixPrecedence)];
    case "conditional":
      return docOfConditional(node);
    case "array":
      return docOfArray(node);
    case "object":
      return braces(node.entries.map(({ key, value }) => [docOf(key), ": ", docOf(value)]));
    case "lambda": {
      const parameters = node.parameters.map((name) => `$${name}`).join(", ");
      return group(`function(${parameters}) {`, indent(line, docOf(node.body)), line, "}");
    }
    case "source":
      return node.parts.map((part) => (typeof part === "string" ? part : parenthesize(part, !isPlainHole(part))));
    case "block": {
      if (node.bindings.length === 0) return parenthesize(node.result, true);
      const bindings = node.bindings.map(({ name, value }) => [`$${name} := `, docOf(value), ";", line]);
      return group("(", indent(softLine, bindings, docOf(node.result)), softLine, ")");
    }
  }
}

/** What may stand in text written by hand without parentheses, whatever is around it. */
function isPlainHole(node: ExpressionNode): boolean {
  if (node.kind === "property") return isPlainHole(node.object);
  return precedenceOf(node) === primaryPrecedence && node.kind !== "subscript";
}

function parenthesize(node: ExpressionNode, needed: boolean): Doc {
  if (!needed) return docOf(node);
  const isOpen = node.kind === "binary" || node.kind === "conditional";
  return isOpen ? group("(", indent(softLine, docOf(node)), softLine, ")") : ["(", docOf(node), ")"];
}

/** Operands of the same precedence stand beneath each other. */
function docOfBinary(node: BinaryNode): Doc {
  if (node.operator === "..") return [docOf(node.left), "..", docOf(node.right)];
  const rest: Doc[] = [];
  let first: ExpressionNode = node;
  let below: BinaryNode = node;
  while (first.kind === "binary" && isSamePrecedence(first.operator, node.operator)) {
    below = first;
    const right = parenthesize(first.right, operandNeedsParentheses(first.operator, first.right, "right"));
    rest.unshift([line, first.operator, " ", right]);
    first = first.left;
  }
  return group(parenthesize(first, operandNeedsParentheses(below.operator, first, "left")), indent(rest));
}

/** `condition ? a : b`; of several in a row each stands on a line of its own. */
function docOfConditional(node: ConditionalNode): Doc {
  const cases: (readonly [condition: Doc, whenTrue: Doc])[] = [];
  let rest: ExpressionNode = node;
  while (rest.kind === "conditional") {
    cases.push([
      parenthesize(rest.condition, precedenceOf(rest.condition) <= conditionalPrecedence),
      parenthesize(rest.whenTrue, precedenceOf(rest.whenTrue) <= conditionalPrecedence),
    ]);
    rest = rest.whenFalse;
  }
  // What is left out gives nothing.
  const otherwise = isAbsent(rest) ? [] : [line, ": ", parenthesize(rest, precedenceOf(rest) < conditionalPrecedence)];
  const [[condition, whenTrue] = ["", ""], ...more] = cases;
  if (more.length === 0) return group(condition, indent(line, "? ", whenTrue, otherwise));
  const branches = cases.map(([test, result]) => [test, group(indent(line, "? ", result))]);
  return group(join(branches, line, ": "), otherwise);
}

function docOfProperty(object: ExpressionNode, name: string): Doc {
  if (canQuote(name)) return [parenthesize(object, objectNeedsParentheses(object)), `.${printName(name)}`];
  return brackets("$lookup(", [docOf(object), printText(name)], ")");
}

/** The longest text of the other arguments beside one that is broken in its own place. */
const maxBeside = 60;

function docOfCall(node: CallNode): Doc {
  const callee =
    typeof node.callee === "string"
      ? `$${node.callee}`
      : parenthesize(node.callee, receiverNeedsParentheses(node.callee));
  const end = node.keepArray ? ")[]" : ")";
  const args = node.arguments.map(docOf);
  const functions = node.arguments.filter(({ kind }) => kind === "lambda");
  const [big, ...more] = functions.length > 0 ? functions : node.arguments.filter(isContainer);
  const isHugging = big !== undefined && more.length === 0 && charactersBeside(big, node) <= maxBeside;
  return [callee, isHugging ? ["(", join(args, ", "), end] : brackets("(", args, end)];
}

function charactersBeside(big: ExpressionNode, { arguments: all }: CallNode): number {
  const beside = all.filter((argument) => argument !== big).map((argument) => printJsonata(argument));
  return beside.join(", ").length;
}

/** What begins and ends with brackets of its own, between which it is broken. */
function isContainer(node: ExpressionNode): boolean {
  switch (node.kind) {
    case "lambda":
    case "object":
    case "call":
      return true;
    case "block":
      return node.bindings.length > 0;
    case "array":
      return node.elements.length > 0;
    default:
      return false;
  }
}

function docOfArray(node: ArrayNode): Doc {
  const [only, ...more] = node.elements;
  const elements = node.elements.flatMap((element): readonly Doc[] => {
    // A literal array is spliced like any other value, while `[[…]]` would nest it.
    if (element.kind === "literal" && isArray(element.value)) return element.value.map(docOfLiteral);
    return [parenthesize(element, elementNeedsParentheses(element))];
  });
  const isHugging = only !== undefined && more.length === 0 && isContainer(only);
  return isHugging ? ["[", elements, "]"] : brackets("[", elements, "]");
}

function brackets(open: Doc, elements: readonly Doc[], close: string): Doc {
  if (elements.length === 0) return [open, close];
  return group(open, indent(softLine, join(elements, ",", line)), softLine, close);
}

function braces(entries: readonly Doc[]): Doc {
  return brackets("{", entries, "}");
}

function docOfLiteral(value: Json): Doc {
  if (typeof value === "string") return printText(value);
  if (isArray(value)) return brackets("[", value.map(docOfLiteral), "]");
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return braces(Object.entries(value).map(([key, member]) => [printText(key), ": ", docOfLiteral(member)]));
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
