import ts from "#typescript";
import type { Json } from "../../nodes/expression-node.js";
import { resolveAlias, unwrap } from "../references.js";
import { binaryValue, prefixValue } from "./static-operators.js";
import { isWritten } from "./written-constants.js";

interface Evaluation {
  readonly checker: ts.TypeChecker;
  /** The constants met so far; one whose value is still being looked for has none, so that a ring of them has none. */
  readonly known: Map<ts.Symbol, Json | undefined>;
}

/**
 * The value of a constant as its source tells it, computed as JavaScript does: literals, enums, operators and templates,
 * objects and arrays, members of them, references to such constants, JSON modules. Undefined where it takes running the code.
 */
export function staticValue(node: ts.Expression, checker: ts.TypeChecker): Json | undefined {
  return evaluate(node, { checker, known: new Map() });
}

function evaluate(node: ts.Expression, evaluation: Evaluation): Json | undefined {
  const value = evaluateAny(unwrap(node), evaluation);
  return typeof value === "number" && !Number.isFinite(value) ? undefined : value;
}

function evaluateAny(node: ts.Expression, evaluation: Evaluation): Json | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isNonNullExpression(node)) return evaluate(node.expression, evaluation);
  if (ts.isIdentifier(node)) return symbolValue(evaluation.checker.getSymbolAtLocation(node), evaluation);
  if (ts.isPrefixUnaryExpression(node)) return prefixValue(node.operator, evaluate(node.operand, evaluation));
  if (ts.isBinaryExpression(node)) {
    const [left, right] = [evaluate(node.left, evaluation), evaluate(node.right, evaluation)];
    return binaryValue(node.operatorToken.kind, left, right);
  }
  if (ts.isTemplateExpression(node)) return templateValue(node, evaluation);
  if (ts.isArrayLiteralExpression(node)) return arrayValue(node, evaluation);
  if (ts.isObjectLiteralExpression(node)) return objectValue(node, evaluation);
  if (ts.isPropertyAccessExpression(node)) return memberValue(node.expression, node.name.text, evaluation);
  if (ts.isElementAccessExpression(node)) {
    const name = keyOf(evaluate(node.argumentExpression, evaluation));
    return name === undefined ? undefined : memberValue(node.expression, name, evaluation);
  }
  if (ts.isCallExpression(node)) return frozenValue(node, evaluation);
  switch (node.kind) {
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

function templateValue(node: ts.TemplateExpression, evaluation: Evaluation): string | undefined {
  let text = node.head.text;
  for (const span of node.templateSpans) {
    const joined = binaryValue(ts.SyntaxKind.PlusToken, text, evaluate(span.expression, evaluation));
    if (joined === undefined) return undefined;
    text = `${joined}${span.literal.text}`;
  }
  return text;
}

function arrayValue(node: ts.ArrayLiteralExpression, evaluation: Evaluation): Json | undefined {
  const values: Json[] = [];
  for (const element of node.elements) {
    const isSpread = ts.isSpreadElement(element);
    const value = evaluate(isSpread ? element.expression : element, evaluation);
    if (value === undefined || (isSpread && !Array.isArray(value))) return undefined;
    if (isSpread) values.push(...(value as readonly Json[]));
    else values.push(value);
  }
  return values;
}

function objectValue(node: ts.ObjectLiteralExpression, evaluation: Evaluation): Json | undefined {
  const members: [string, Json][] = [];
  for (const member of node.properties) {
    const found = membersOf(member, evaluation);
    if (found === undefined) return undefined;
    members.push(...found);
  }
  return objectOf(members);
}

function membersOf(member: ts.ObjectLiteralElementLike, evaluation: Evaluation): [string, Json][] | undefined {
  if (ts.isSpreadAssignment(member)) {
    const value = evaluate(member.expression, evaluation);
    return isObject(value) && !Array.isArray(value) ? Object.entries(value) : undefined;
  }
  if (ts.isShorthandPropertyAssignment(member)) {
    const value = symbolValue(evaluation.checker.getShorthandAssignmentValueSymbol(member), evaluation);
    return value === undefined ? undefined : [[member.name.text, value]];
  }
  if (!ts.isPropertyAssignment(member)) return undefined;
  const name = nameOf(member.name, evaluation);
  const value = evaluate(member.initializer, evaluation);
  return name === undefined || value === undefined ? undefined : [[name, value]];
}

function nameOf(name: ts.PropertyName, evaluation: Evaluation): string | undefined {
  return ts.isComputedPropertyName(name) ? keyOf(evaluate(name.expression, evaluation)) : name.text;
}

function keyOf(value: Json | undefined): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** In a literal `__proto__` is no member. */
function objectOf(members: readonly (readonly [string, Json])[]): Json | undefined {
  return members.some(([name]) => name === "__proto__") ? undefined : Object.fromEntries(members);
}

/** `Object.freeze(value)`. */
function frozenValue(node: ts.CallExpression, evaluation: Evaluation): Json | undefined {
  const { expression: callee, arguments: given } = node;
  const [value] = given;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== "freeze") return undefined;
  if (value === undefined || given.length > 1 || ts.isSpreadElement(value)) return undefined;
  if (!ts.isIdentifier(callee.expression) || callee.expression.text !== "Object") return undefined;
  const declarations = evaluation.checker.getSymbolAtLocation(callee.expression)?.declarations ?? [];
  const isGlobal = declarations.length > 0 && declarations.every((one) => one.getSourceFile().isDeclarationFile);
  return isGlobal ? evaluate(value, evaluation) : undefined;
}

/** A member of an enum, of a module or namespace, or of a value. */
function memberValue(object: ts.Expression, name: string, evaluation: Evaluation): Json | undefined {
  const exported = exportOf(unwrap(object), name, evaluation);
  if (exported) return symbolValue(exported, evaluation);
  const value = evaluate(object, evaluation);
  if (value === undefined || value === null || !Object.hasOwn(Object(value), name)) return undefined;
  return (value as { readonly [key: string]: Json })[name];
}

function exportOf(object: ts.Expression, name: string, evaluation: Evaluation): ts.Symbol | undefined {
  const last = ts.isPropertyAccessExpression(object) ? object.name : object;
  const found = ts.isIdentifier(last) ? evaluation.checker.getSymbolAtLocation(last) : undefined;
  const symbol = found && resolveAlias(found, evaluation);
  if (symbol === undefined) return undefined;
  if (symbol.flags & ts.SymbolFlags.Enum) return symbol.exports?.get(ts.escapeLeadingUnderscores(name));
  if (!(symbol.flags & ts.SymbolFlags.Module)) return undefined;
  return evaluation.checker.getExportsOfModule(symbol).find((one) => one.name === name);
}

function symbolValue(symbol: ts.Symbol | undefined, evaluation: Evaluation): Json | undefined {
  if (symbol === undefined) return undefined;
  const { known } = evaluation;
  const resolved = resolveAlias(symbol, evaluation);
  if (known.has(resolved)) return known.get(resolved);
  known.set(resolved, undefined);
  const value = declaredValue(resolved, evaluation);
  const isConstant = !isObject(value) || !isWritten(resolved, evaluation.checker);
  if (isConstant) known.set(resolved, value);
  return isConstant ? value : undefined;
}

function declaredValue(symbol: ts.Symbol, evaluation: Evaluation): Json | undefined {
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  if (declaration === undefined) return undefined;
  if (ts.isEnumMember(declaration)) return evaluation.checker.getConstantValue(declaration);
  if (ts.isEnumDeclaration(declaration)) return enumValue(symbol, evaluation);
  if (ts.isExportAssignment(declaration)) return evaluate(declaration.expression, evaluation);
  if (ts.isSourceFile(declaration)) {
    const [statement] = declaration.statements;
    const isJson = declaration.fileName.endsWith(".json") && statement && ts.isExpressionStatement(statement);
    return isJson ? evaluate(statement.expression, evaluation) : undefined;
  }
  if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  const kind = ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.BlockScoped;
  return kind === ts.NodeFlags.Const ? evaluate(declaration.initializer, evaluation) : undefined;
}

/** An enum as an object, which leads from numbers back to their names too. */
function enumValue(symbol: ts.Symbol, { checker }: Evaluation): Json | undefined {
  const members: [string, Json][] = [];
  for (const declaration of symbol.declarations ?? []) {
    if (!ts.isEnumDeclaration(declaration)) return undefined;
    for (const member of declaration.members) {
      const value = checker.getConstantValue(member);
      if (value === undefined || ts.isComputedPropertyName(member.name)) return undefined;
      if (typeof value === "number" && !Number.isFinite(value)) return undefined;
      members.push([member.name.text, value]);
      if (typeof value === "number") members.push([String(value), member.name.text]);
    }
  }
  return objectOf(members);
}

function isObject(value: Json | undefined): value is Exclude<Json, string | number | boolean | null> {
  return typeof value === "object" && value !== null;
}
