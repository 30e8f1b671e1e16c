import ts from "#typescript";
import { array, binary, call, lambda, variable } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { integerFacts } from "../integers.js";
import type { FunctionNode, Lowering } from "../lowering.js";
import { unwrap } from "../references.js";
import { bindName } from "../syntax/patterns.js";
import { mappedPath } from "./mapped-path.js";

/**
 * A `reduce` that is a maximum, a minimum or a sum of integers, as `$max`, `$min` and `$sum`; undefined where it is none of
 * them. Sums of other numbers stay a `$reduce`: engines add them up in different orders, and differ in the last digit.
 */
export function lowerFold(
  items: ExpressionNode,
  callback: FunctionNode,
  node: ts.CallExpression,
  initial: ts.Expression,
  lowering: Lowering,
): ExpressionNode | undefined {
  const [accumulator, element, ...more] = callback.parameters;
  if (!accumulator || !element || more.length > 0 || ts.isBlock(callback.body)) return undefined;
  if (element.initializer || element.dotDotDotToken || callback.modifiers) return undefined;
  const symbol = lowering.checker.getSymbolAtLocation(accumulator.name);
  if (symbol === undefined || !lowering.isOnly(initial, "number")) return undefined;
  const fold = foldOf(unwrap(callback.body), symbol, lowering);
  if (fold === undefined || !lowering.isOnly(fold.term, "number")) return undefined;
  if (fold.callee === "sum" && !(integerFacts(fold.term, lowering) && integerFacts(initial, lowering)))
    return undefined;
  const terms =
    mappedPath(items, node, fold.term, [element], lowering) ??
    mappedTerms(items, callback, element, fold.term, lowering);
  // A constructor in a constructor would be nested.
  const elements = terms.kind === "array" ? terms.elements : [terms];
  const start = lowering.value(initial, "the initial value");
  if (fold.callee !== "sum") return call(fold.callee, array([start, ...elements]));
  const sum = call("sum", array(elements));
  return start.kind === "literal" && start.value === 0 ? sum : binary("+", start, sum);
}

function mappedTerms(
  items: ExpressionNode,
  callback: FunctionNode,
  element: ts.ParameterDeclaration,
  source: ts.Expression,
  lowering: Lowering,
): ExpressionNode {
  const item = lowering.names.take(ts.isIdentifier(element.name) ? element.name.text : "item");
  bindName(element.name, variable(item), lowering);
  const term = lowering.within(callback, () => lowering.value(source, "the result of the function"));
  return term.kind === "variable" && term.name === item ? items : call("map", items, lambda([item], term));
}

interface Fold {
  readonly callee: "max" | "min" | "sum";
  readonly term: ts.Expression;
}

/** `accumulator + term` or `Math.max(accumulator, term)`, where the term does not read the accumulator. */
function foldOf(body: ts.Expression, accumulator: ts.Symbol, lowering: Lowering): Fold | undefined {
  const isAccumulator = (node: ts.Expression): boolean => {
    const inner = unwrap(node);
    return ts.isIdentifier(inner) && lowering.symbolOf(inner) === accumulator;
  };
  const termOf = (...sides: readonly (ts.Expression | undefined)[]): ts.Expression | undefined => {
    const [left, right, ...more] = sides;
    if (!left || !right || more.length > 0) return undefined;
    const term = isAccumulator(left) ? right : isAccumulator(right) ? left : undefined;
    return term && !mentions(term, accumulator, lowering) ? term : undefined;
  };
  if (ts.isBinaryExpression(body) && body.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const term = termOf(body.left, body.right);
    return term && { callee: "sum", term };
  }
  if (!ts.isCallExpression(body) || body.arguments.some(ts.isSpreadElement)) return undefined;
  const name = body.expression.getText();
  if (name !== "Math.max" && name !== "Math.min") return undefined;
  const term = termOf(...body.arguments);
  return term && { callee: name === "Math.max" ? "max" : "min", term };
}

function mentions(node: ts.Node, symbol: ts.Symbol, lowering: Lowering): boolean {
  if (ts.isIdentifier(node) && lowering.symbolOf(node) === symbol) return true;
  return ts.forEachChild(node, (child) => mentions(child, symbol, lowering)) === true;
}
