import ts from "#typescript";
import type { Json } from "../../nodes/expression-node.js";

const arithmetic: { readonly [operator: number]: (left: number, right: number) => number } = {
  [ts.SyntaxKind.PlusToken]: (left, right) => left + right,
  [ts.SyntaxKind.MinusToken]: (left, right) => left - right,
  [ts.SyntaxKind.AsteriskToken]: (left, right) => left * right,
  [ts.SyntaxKind.SlashToken]: (left, right) => left / right,
  [ts.SyntaxKind.PercentToken]: (left, right) => left % right,
  [ts.SyntaxKind.AsteriskAsteriskToken]: (left, right) => left ** right,
  [ts.SyntaxKind.LessThanLessThanToken]: (left, right) => left << right,
  [ts.SyntaxKind.GreaterThanGreaterThanToken]: (left, right) => left >> right,
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken]: (left, right) => left >>> right,
  [ts.SyntaxKind.AmpersandToken]: (left, right) => left & right,
  [ts.SyntaxKind.BarToken]: (left, right) => left | right,
  [ts.SyntaxKind.CaretToken]: (left, right) => left ^ right,
};

/** Arithmetic of numbers, and the joining of texts with what is written like a text. */
export function binaryValue(
  operator: ts.BinaryOperator,
  left: Json | undefined,
  right: Json | undefined,
): Json | undefined {
  if (!isScalar(left) || !isScalar(right)) return undefined;
  if (typeof left === "number" && typeof right === "number") return arithmetic[operator]?.(left, right);
  const isText = typeof left === "string" || typeof right === "string";
  return isText && operator === ts.SyntaxKind.PlusToken ? `${left}${right}` : undefined;
}

export function prefixValue(operator: ts.PrefixUnaryOperator, operand: Json | undefined): Json | undefined {
  if (operand === undefined) return undefined;
  if (operator === ts.SyntaxKind.ExclamationToken) return !operand;
  if (typeof operand !== "number") return undefined;
  switch (operator) {
    case ts.SyntaxKind.MinusToken:
      return -operand;
    case ts.SyntaxKind.PlusToken:
      return operand;
    case ts.SyntaxKind.TildeToken:
      return ~operand;
    default:
      return undefined;
  }
}

function isScalar(value: Json | undefined): value is string | number | boolean | null {
  return value === null || (value !== undefined && typeof value !== "object");
}
