import ts from "#typescript";
import { array, subscript } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import type { FunctionNode } from "../lowering.js";
import { isSimple, type Lowering } from "../lowering.js";
import { elementKinds, filterCall } from "../selections.js";
import { lowerCallback } from "../syntax/functions.js";
import { isOnly } from "../value-kinds.js";
import { conditionOf } from "./callbacks.js";

/**
 * The elements that a callback accepts, as a sequence: nothing where there are none, the element itself where there is one.
 * Written as a predicate (`lines[qty > 0]`) where that means the same, else as `$filter`.
 */
export function lowerSelection(
  items: ExpressionNode,
  source: ts.Expression,
  callback: FunctionNode,
  lowering: Lowering,
  adjust: (condition: ExpressionNode) => ExpressionNode = (condition) => condition,
): ExpressionNode {
  const finish = (result: ts.Expression): ExpressionNode => adjust(conditionOf(lowering)(result));
  // A predicate after a constructor needs parentheses around both, and says no more than a function.
  const isPath = sequenceOf(items).kind !== "array";
  const parameter = isPath ? contextParameter(callback, source, lowering) : undefined;
  if (parameter && !ts.isBlock(callback.body)) {
    lowering.bindings.set(parameter, "context");
    const { body } = callback;
    return subscript(
      sequenceOf(items),
      lowering.within(callback, () => finish(body)),
    );
  }
  const role = { parameters: 3, index: 1 };
  return filterCall(items, lowerCallback(callback, role, lowering, finish), elementKinds(source, lowering));
}

/** What a path or predicate may follow directly: `[xs[a]][b]` is `xs[a][b]`, as all elements are objects. */
export function sequenceOf(items: ExpressionNode): ExpressionNode {
  if (items.kind !== "array" || items.elements.length !== 1) return items;
  const [only] = items.elements;
  return only && (only.kind === "property" || only.kind === "subscript") ? only : items;
}

/**
 * Of what `[0]` is the first element: after a path over many objects it would be each one's first, and after a call that keeps
 * its result an array, what is read of the element would be one, too.
 */
export function firstOf(selection: ExpressionNode, items: ExpressionNode): ExpressionNode {
  const needsArray =
    selection.kind === "call" ? selection.keepArray : selection.kind === "subscript" && !isSimple(items);
  return needsArray ? array([selection]) : selection;
}

/**
 * The callback's parameter, where the callback can be a predicate: its items are objects, it reads members of them only,
 * and nothing between moves the item at hand (other functions, computed subscripts).
 */
function contextParameter(callback: FunctionNode, source: ts.Expression, lowering: Lowering): ts.Symbol | undefined {
  const [parameter, ...more] = callback.parameters;
  if (parameter === undefined || more.length > 0 || !ts.isIdentifier(parameter.name)) return undefined;
  if (parameter.initializer || parameter.dotDotDotToken || callback.modifiers || callback.asteriskToken)
    return undefined;
  const kinds = elementKinds(source, lowering);
  if (kinds.size !== 1 || !isOnly(kinds, "object")) return undefined;
  const symbol = lowering.checker.getSymbolAtLocation(parameter.name);
  return symbol && readsMembersOnly(callback.body, symbol, lowering) ? symbol : undefined;
}

function readsMembersOnly(node: ts.Node, symbol: ts.Symbol, lowering: Lowering): boolean {
  if (ts.isFunctionLike(node) || ts.isTaggedTemplateExpression(node)) return !mentions(node, symbol, lowering);
  if (ts.isElementAccessExpression(node) && !ts.isStringLiteralLike(node.argumentExpression)) {
    return !mentions(node, symbol, lowering);
  }
  if (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === "at"
  ) {
    return !mentions(node, symbol, lowering);
  }
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) return true;
  if (ts.isIdentifier(node)) return lowering.symbolOf(node) !== symbol;
  return ts.forEachChild(node, (child) => !readsMembersOnly(child, symbol, lowering)) !== true;
}

function mentions(node: ts.Node, symbol: ts.Symbol, lowering: Lowering): boolean {
  if (ts.isIdentifier(node) && lowering.symbolOf(node) === symbol) return true;
  return ts.forEachChild(node, (child) => mentions(child, symbol, lowering)) === true;
}
