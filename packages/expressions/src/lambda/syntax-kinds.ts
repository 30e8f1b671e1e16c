import ts from "#typescript";
import type { ValueKind } from "./value-kinds.js";

/**
 * The kind of an expression's value where its syntax alone tells; TypeScript would work out the types of all that is inside it.
 * What is inside is lowered by itself, and refused there where it does not fit.
 */
export function kindBySyntax(node: ts.Node): ValueKind | undefined {
  switch (node.kind) {
    case ts.SyntaxKind.StringLiteral:
    case ts.SyntaxKind.NoSubstitutionTemplateLiteral:
    case ts.SyntaxKind.TemplateExpression:
      return "string";
    case ts.SyntaxKind.NumericLiteral:
      return "number";
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
      return "boolean";
    case ts.SyntaxKind.ArrayLiteralExpression:
      return "array";
    case ts.SyntaxKind.ObjectLiteralExpression:
      return (node as ts.ObjectLiteralExpression).properties.some(ts.isSpreadAssignment) ? undefined : "object";
    case ts.SyntaxKind.PrefixUnaryExpression:
      return (node as ts.PrefixUnaryExpression).operator === ts.SyntaxKind.ExclamationToken ? "boolean" : undefined;
    case ts.SyntaxKind.BinaryExpression:
      return kindsOfOperators.get((node as ts.BinaryExpression).operatorToken.kind);
    default:
      return undefined;
  }
}

/** Whether an expression gives data, and not undefined, once all that is inside it does. */
export function isDataBySyntax(node: ts.Node): boolean {
  const isSum = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
  return isSum || kindBySyntax(node) !== undefined;
}

const kindsOfOperators = new Map<ts.SyntaxKind, ValueKind>([
  [ts.SyntaxKind.MinusToken, "number"],
  [ts.SyntaxKind.AsteriskToken, "number"],
  [ts.SyntaxKind.SlashToken, "number"],
  [ts.SyntaxKind.PercentToken, "number"],
  [ts.SyntaxKind.AsteriskAsteriskToken, "number"],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, "boolean"],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, "boolean"],
  [ts.SyntaxKind.LessThanToken, "boolean"],
  [ts.SyntaxKind.LessThanEqualsToken, "boolean"],
  [ts.SyntaxKind.GreaterThanToken, "boolean"],
  [ts.SyntaxKind.GreaterThanEqualsToken, "boolean"],
]);

/** What methods of a text give. */
export const kindsOfTextMethods = new Map<string, ValueKind>([
  ["toUpperCase", "string"],
  ["toLowerCase", "string"],
  ["trim", "string"],
  ["trimStart", "string"],
  ["trimEnd", "string"],
  ["padStart", "string"],
  ["padEnd", "string"],
  ["repeat", "string"],
  ["replace", "string"],
  ["replaceAll", "string"],
  ["slice", "string"],
  ["substring", "string"],
  ["includes", "boolean"],
  ["startsWith", "boolean"],
  ["endsWith", "boolean"],
  ["indexOf", "number"],
  ["lastIndexOf", "number"],
  ["split", "array"],
]);
