import { ts } from "ts-morph";
import type { Json } from "../../nodes/expression-node.js";
import { unwrap } from "../references.js";

/**
 * The value of a constant as its source tells it: literals, objects and arrays of them, references to such constants, JSON
 * modules. Undefined where it takes running the code.
 */
export function staticValue(node: ts.Expression, checker: ts.TypeChecker): Json | undefined {
  const inner = unwrap(node);
  if (ts.isStringLiteralLike(inner)) return inner.text;
  if (ts.isNumericLiteral(inner)) return Number(inner.text);
  if (ts.isPrefixUnaryExpression(inner) && inner.operator === ts.SyntaxKind.MinusToken) {
    const value = staticValue(inner.operand, checker);
    return typeof value === "number" ? -value : undefined;
  }
  if (ts.isArrayLiteralExpression(inner)) return allOf(inner.elements.map((element) => staticValue(element, checker)));
  if (ts.isObjectLiteralExpression(inner)) return objectValue(inner, checker);
  if (ts.isPropertyAccessExpression(inner)) return memberValue(inner.expression, inner.name.text, checker);
  if (ts.isElementAccessExpression(inner) && ts.isStringLiteralLike(inner.argumentExpression)) {
    return memberValue(inner.expression, inner.argumentExpression.text, checker);
  }
  if (ts.isIdentifier(inner)) return declaredValue(checker.getSymbolAtLocation(inner), checker);
  switch (inner.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return true;
    case ts.SyntaxKind.FalseKeyword:
      return false;
    case ts.SyntaxKind.NullKeyword:
      return null;
    default:
      return undefined;
  }
}

function allOf(values: readonly (Json | undefined)[]): Json | undefined {
  return values.every((value) => value !== undefined) ? values : undefined;
}

function objectValue(node: ts.ObjectLiteralExpression, checker: ts.TypeChecker): Json | undefined {
  const members: [string, Json][] = [];
  for (const member of node.properties) {
    if (!ts.isPropertyAssignment(member) || ts.isComputedPropertyName(member.name)) return undefined;
    const value = staticValue(member.initializer, checker);
    if (value === undefined) return undefined;
    members.push([member.name.text, value]);
  }
  return Object.fromEntries(members);
}

function memberValue(object: ts.Expression, name: string, checker: ts.TypeChecker): Json | undefined {
  const value = staticValue(object, checker);
  if (value === null || typeof value !== "object" || Array.isArray(value) || !Object.hasOwn(value, name)) {
    return undefined;
  }
  return (value as { readonly [key: string]: Json })[name];
}

function declaredValue(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): Json | undefined {
  if (symbol === undefined) return undefined;
  const resolved = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declaration = resolved.declarations?.[0];
  if (declaration === undefined) return undefined;
  if (ts.isSourceFile(declaration)) {
    const [statement] = declaration.statements;
    const isJson = declaration.fileName.endsWith(".json") && statement && ts.isExpressionStatement(statement);
    return isJson ? staticValue(statement.expression, checker) : undefined;
  }
  if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  if (!(ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const)) return undefined;
  return staticValue(declaration.initializer, checker);
}
