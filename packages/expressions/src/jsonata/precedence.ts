import type { BinaryOperator, ExpressionNode, SourceNode } from "../nodes/expression-node.js";

/** Binding powers of JSONata 2.0.6's parser; all infix operators associate to the left. */
const binaryPrecedence: Readonly<Record<BinaryOperator, number>> = {
  "..": 20,
  or: 25,
  and: 30,
  "=": 40,
  "!=": 40,
  "<": 40,
  "<=": 40,
  ">": 40,
  ">=": 40,
  in: 40,
  "&": 50,
  "+": 50,
  "-": 50,
  "*": 60,
  "/": 60,
  "%": 60,
};

export const conditionalPrecedence = 20;
export const prefixPrecedence = 70;
export const primaryPrecedence = 80;

/** How tightly the printed form of a node holds together. */
export function precedenceOf(node: ExpressionNode): number {
  switch (node.kind) {
    case "binary":
      return binaryPrecedence[node.operator];
    case "conditional":
      return conditionalPrecedence;
    case "negate":
      return prefixPrecedence;
    case "literal":
      if (typeof node.value === "number" && node.value < 0) return prefixPrecedence;
      return typeof node.value === "string" && splitsText(node.value) ? binaryPrecedence["&"] : primaryPrecedence;
    case "source":
      return (node.inLambda?.isPrimary ?? isPathSource(node)) ? primaryPrecedence : 0;
    default:
      return primaryPrecedence;
  }
}

/** Whether text written by hand is a path from a variable, which holds together as it is. */
function isPathSource({ parts }: SourceNode): boolean {
  const [first, ...others] = parts;
  const isPath = /^[$\w.]*$/.test(others.join(""));
  return (
    others.every((part) => typeof part === "string") &&
    isPath &&
    (typeof first !== "string" || /^\$[\w.]+$/.test(first))
  );
}

export function isSamePrecedence(left: BinaryOperator, right: BinaryOperator): boolean {
  return binaryPrecedence[left] === binaryPrecedence[right];
}

/** Marks that deployment tools or Step Functions itself would read: `${`, `%{`, `{%` and `%}` never stand in a text. */
const marks = /\$\{|%[{}]|\{%/;
const insideMarks = /(?<=\$)(?=\{)|(?<=%)(?=[{}])|(?<=\{)(?=%)/;

export function splitsText(text: string): boolean {
  return marks.test(text);
}

/** The parts of a text between which nothing reads a mark. */
export function splitText(text: string): readonly string[] {
  return splitsText(text) ? text.split(insideMarks) : [text];
}

/** Whether an operand of a binary operator needs parentheses; concatenation and logic associate either way. */
export function operandNeedsParentheses(
  operator: BinaryOperator,
  operand: ExpressionNode,
  side: "left" | "right",
): boolean {
  const own = binaryPrecedence[operator];
  const inner = precedenceOf(operand);
  if (inner !== own) return inner < own;
  if (side === "left") return false;
  const associative = operator === "&" || operator === "and" || operator === "or";
  return !(associative && (operand.kind === "literal" || (operand.kind === "binary" && operand.operator === operator)));
}

/** Whether a node needs parentheses before `.name`, `[subscript]` or `(arguments)`. */
export function receiverNeedsParentheses(node: ExpressionNode): boolean {
  return precedenceOf(node) < primaryPrecedence || node.kind === "lambda";
}

/**
 * An element that begins with `[` counts as a nested array in an array constructor even where a subscript follows; as a
 * block it counts by its value.
 */
export function elementNeedsParentheses(element: ExpressionNode): boolean {
  return isSubscriptOfConstructor(element) || (element.kind === "source" && !isPathSource(element));
}

/** The engine reads members of `[…][0]` from the whole array, unless parentheses end it. */
export function objectNeedsParentheses(object: ExpressionNode): boolean {
  return receiverNeedsParentheses(object) || isSubscriptOfConstructor(object);
}

function isSubscriptOfConstructor(node: ExpressionNode): boolean {
  if (node.kind !== "subscript") return false;
  let root: ExpressionNode = node;
  while (root.kind === "subscript") root = root.object;
  return root.kind === "array" || (root.kind === "literal" && Array.isArray(root.value));
}
