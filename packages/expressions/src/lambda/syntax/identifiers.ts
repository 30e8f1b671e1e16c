import ts from "#typescript";
import { absent, capture, literal } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { mayBeAbsent } from "../absence.js";
import { staticValue } from "../functions/static-value.js";
import { type Lowering, sourceText } from "../lowering.js";
import { literalText, resolveAlias, unwrap } from "../references.js";
import { describeKinds, isOnly } from "../value-kinds.js";
import { refuseHost } from "./host-objects.js";

export function lowerIdentifier(node: ts.Identifier, lowering: Lowering): ExpressionNode {
  if (isUndefined(node)) return absent;
  const symbol = lowering.symbolOf(node);
  const local = symbol && lowering.bindings.get(symbol);
  if (local === "context") throw new Error(`"${node.text}" is the item of a predicate, which has no name`);
  if (local !== undefined) return local;
  if (symbol !== undefined && symbol === lowering.scopeSymbol) {
    return lowering.refuse("scope-escapes", node, { name: node.text });
  }
  return (
    lowerCapture(node, lowering) ?? lowering.unsupported(node, `"${node.text}" here`, "Declare it with const before.")
  );
}

export function isUndefined(node: ts.Expression): boolean {
  const inner = unwrap(node);
  return ts.isIdentifier(inner) && inner.text === "undefined";
}

/** Whether an identifier is the lambda's scope parameter. */
export function isScope(node: ts.Expression, lowering: Lowering): boolean {
  const inner = unwrap(node);
  return (
    ts.isIdentifier(inner) && lowering.scopeSymbol !== undefined && lowering.symbolOf(inner) === lowering.scopeSymbol
  );
}

/** Whether an identifier stands for the item at hand of a predicate. */
export function isContext(node: ts.Expression, lowering: Lowering): boolean {
  if (!ts.isIdentifier(node)) return false;
  const symbol = lowering.symbolOf(node);
  return symbol !== undefined && lowering.bindings.get(symbol) === "context";
}

/**
 * A reference to a constant outside the lambda, as long as it is one: `rates.eu` rather than `rates`. Undefined where the
 * reference begins inside the lambda.
 */
export function lowerCapture(node: ts.Expression, lowering: Lowering): ExpressionNode | undefined {
  const root = rootOf(node);
  if (root === undefined || !isOutside(root, lowering)) return undefined;
  const text = referenceText(node, lowering);
  if (text === undefined) return undefined;
  const host = refuseHost(root, lowering);
  if (host) return host;
  const constant = constantOf(node, lowering);
  if (constant !== undefined) return literal(constant);
  const symbol = lowering.symbolOf(root);
  const declared = symbol && resolveAlias(symbol, lowering);
  if (declared?.declarations?.some(isCode)) return lowering.refuse("captured-function", root, { name: root.text });
  if (declared?.declarations?.some(isChanging)) return lowering.refuse("captured-variable", root, { name: root.text });
  const seen = lowering.isElsewhere ? seenFromLambda(root, declared, lowering) : declared;
  if (lowering.isElsewhere && (seen === undefined || seen !== declared)) {
    const value = staticValue(node, lowering.checker);
    if (value !== undefined) return literal(value);
    if (seen === undefined) return lowering.refuse("captured-elsewhere", node, { name: text });
  }
  const kinds = lowering.kinds(node);
  if (kinds.has("undefined")) return lowering.refuse("captured-undefined", node, { name: text });
  if (kinds.has("other") || isNonFinite(node)) {
    return lowering.refuse("not-json", node, { text: sourceText(node), type: describeKinds(kinds) });
  }
  return capture(text);
}

/** What a name of another function is where the lambda stands: the same constant or an import of it, else undefined. */
function seenFromLambda(
  name: ts.Identifier,
  declared: ts.Symbol | undefined,
  lowering: Lowering,
): ts.Symbol | undefined {
  const { checker, root } = lowering;
  return checker
    .getSymbolsInScope(root, ts.SymbolFlags.Value | ts.SymbolFlags.Alias)
    .find(
      (seen) =>
        seen.name === name.text &&
        resolveAlias(seen, lowering) === declared &&
        !seen.declarations?.some(ts.isTypeOnlyImportDeclaration),
    );
}

/** The value of an enum member. */
function constantOf(node: ts.Expression, lowering: Lowering): string | number | undefined {
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  return lowering.checker.getConstantValue(node);
}

function isNonFinite(node: ts.Expression): boolean {
  return ts.isIdentifier(node) && (node.text === "NaN" || node.text === "Infinity");
}

/** The name that a reference begins with. */
function rootOf(node: ts.Expression): ts.Identifier | undefined {
  if (ts.isIdentifier(node)) return node;
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
    ? rootOf(node.expression)
    : undefined;
}

/** The reference's text, where every member of it surely exists. */
function referenceText(node: ts.Expression, lowering: Lowering): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  if (node.questionDotToken !== undefined || mayBeAbsent(node, lowering)) return undefined;
  // A method or member of a text or array is lowered as such.
  const object = lowering.kinds(node.expression);
  if (!isOnly(object, "object", "other", "array") || (object.has("array") && !isTupleIndex(node))) return undefined;
  const inner = referenceText(node.expression, lowering);
  if (inner === undefined) return undefined;
  if (ts.isPropertyAccessExpression(node)) return `${inner}.${node.name.text}`;
  const name = literalText(node.argumentExpression);
  return name === undefined ? undefined : `${inner}[${JSON.stringify(name)}]`;
}

function isTupleIndex(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): boolean {
  return ts.isElementAccessExpression(node) && ts.isNumericLiteral(node.argumentExpression);
}

function isOutside(node: ts.Identifier, lowering: Lowering): boolean {
  const symbol = lowering.symbolOf(node);
  if (symbol === undefined || symbol === lowering.scopeSymbol || lowering.bindings.has(symbol)) return false;
  const { root } = lowering;
  return !(symbol.declarations ?? []).some(
    (declaration) =>
      declaration.getSourceFile() === root.getSourceFile() &&
      declaration.pos >= root.pos &&
      declaration.end <= root.end,
  );
}

/** Functions and classes, whose names are no data. */
function isCode(declaration: ts.Declaration): boolean {
  return (
    ts.isFunctionDeclaration(declaration) ||
    ts.isClassDeclaration(declaration) ||
    (ts.isVariableDeclaration(declaration) &&
      declaration.initializer !== undefined &&
      (ts.isArrowFunction(declaration.initializer) || ts.isFunctionExpression(declaration.initializer)))
  );
}

/** `let` and `var`, other than the globals that declaration files write so. */
function isChanging(declaration: ts.Declaration): boolean {
  return (
    ts.isVariableDeclaration(declaration) &&
    !declaration.getSourceFile().isDeclarationFile &&
    !(ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const)
  );
}
