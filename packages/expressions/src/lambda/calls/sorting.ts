import ts from "#typescript";
import { printJsonata } from "../../jsonata/print-jsonata.js";
import {
  absent,
  array,
  binary,
  call,
  conditional,
  lambda,
  literal,
  object,
  property,
  variable,
} from "../../nodes/create.js";
import type { BinaryOperator, ExpressionNode } from "../../nodes/expression-node.js";
import { transformExpression } from "../../nodes/transform.js";
import type { FunctionNode } from "../lowering.js";
import { type Lowering, sourceText } from "../lowering.js";
import { unwrap } from "../references.js";
import { elementKinds, mayBeArray } from "../selections.js";
import { lowerBody } from "../syntax/blocks.js";
import { isPlainFunction } from "../syntax/functions.js";
import { lowerNumberOperand } from "../syntax/operators.js";
import { bindName } from "../syntax/patterns.js";
import { describeKinds, isOnly } from "../value-kinds.js";
import { sourceOf } from "./array-searches.js";
import { inlineCallback, negated } from "./callbacks.js";

/** `toSorted(comparator)`: the engines' own `$sort` is stable in one of them only, so equal elements keep their order by index. */
export function toSorted(items: ExpressionNode, node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const kinds = elementKinds(sourceOf(node), lowering);
  if (node.arguments.length === 0) return sortTexts(items, node, lowering);
  const comparator = inlineCallback(node, lowering);
  if (comparator === undefined || !isPlainFunction(comparator, lowering)) return absent;
  const [left, right] = [lowering.names.take("left"), lowering.names.take("right")];
  // Equal numbers or texts cannot be told apart.
  if (isOnly(kinds, "number", "string") && comparesThemselves(comparator, lowering)) {
    const order = lowerComparator(comparator, variable(left), variable(right), lowering);
    return sorted(items, lambda([left, right], comesBefore(swapped(order, left, right))));
  }
  const [item, index] = [lowering.names.take("item"), lowering.names.take("index")];
  const pair = object({ item: variable(item), index: variable(index) });
  const pairs = array([call("map", items, lambda([item, index], pair))]);
  const members = [property(variable(left), "item"), property(variable(right), "item")] as const;
  const order = lowerComparator(comparator, ...members, lowering);
  const later = binary(">", property(variable(left), "index"), property(variable(right), "index"));
  const test = either(comesBefore(swapped(order, left, right)), both(notBefore(order), later));
  const inOrder = call("sort", pairs, lambda([left, right], test));
  if (!mayBeArray(kinds)) return array([property(inOrder, "item")]);
  const each = lowering.names.take("each");
  const unpacked = call("map", inOrder, lambda([each], property(variable(each), "item")));
  return array([Object.freeze({ ...unpacked, keepArray: true as const })]);
}

/** The order of the right element and the left: JavaScript's sort asks whether a later element comes before an earlier one. */
function swapped(order: ExpressionNode, left: string, right: string): ExpressionNode {
  return transformExpression(order, (node) => {
    if (node.kind !== "variable" || (node.name !== left && node.name !== right)) return node;
    return variable(node.name === left ? right : left);
  });
}

/** In a constructor, since the reference engine cannot call a comparator where `$sort` is the last call of a function. */
function sorted(items: ExpressionNode, ...comparator: readonly ExpressionNode[]): ExpressionNode {
  return array([call("sort", items, ...comparator)]);
}

/** Without a comparator JavaScript sorts by text, in UTF-16 units, as both engines do. */
function sortTexts(items: ExpressionNode, node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const source = sourceOf(node);
  const kinds = elementKinds(source, lowering);
  if (isOnly(kinds, "string")) return sorted(items);
  const details = {
    text: sourceText(source),
    type: `an array of ${describeKinds(kinds)}`,
    operator: "toSorted without a comparator",
    wanted: "arrays of texts",
  };
  return lowering.refuse("operand-type", source, details);
}

/** An order as conditionals over comparisons, so that "less than 0" can be read off. */
function lowerComparator(
  node: FunctionNode,
  left: ExpressionNode,
  right: ExpressionNode,
  lowering: Lowering,
): ExpressionNode {
  for (const [position, value] of [left, right].entries()) {
    const parameter = node.parameters[position];
    if (parameter) bindName(parameter.name, value, lowering);
  }
  return lowering.within(node, () => lowerBody(node.body, lowering, (result) => lowerOrder(result, lowering)));
}

/** `a.x - b.x || a.y - b.y` is the second order where the first is 0. */
function lowerOrder(node: ts.Expression, lowering: Lowering): ExpressionNode {
  const inner = unwrap(node);
  if (
    ts.isBinaryExpression(inner) &&
    inner.operatorToken.kind === ts.SyntaxKind.BarBarToken &&
    lowering.isOnly(inner.left, "number")
  ) {
    const first = lowerOrder(inner.left, lowering);
    return conditional(testOf(first, "="), lowerOrder(inner.right, lowering), first);
  }
  if (ts.isConditionalExpression(inner)) {
    return conditional(
      lowering.condition(inner.condition),
      lowerOrder(inner.whenTrue, lowering),
      lowerOrder(inner.whenFalse, lowering),
    );
  }
  if (lowering.isOnly(node, "number")) return lowering.value(node, "the result of the comparator");
  return lowerNumberOperand(node, "sort", lowering);
}

/** `order < 0`. */
function comesBefore(order: ExpressionNode): ExpressionNode {
  return testOf(order, "<");
}

/** Where neither comes before the other, of a comparator by which differences are told apart, `order = 0`. */
function notBefore(order: ExpressionNode): ExpressionNode {
  if (order.kind === "binary" && order.operator === "-") return testOf(order, "=");
  return negated(comesBefore(order));
}

function testOf(order: ExpressionNode, operator: "<" | "="): ExpressionNode {
  if (order.kind === "literal" && typeof order.value === "number") {
    return literal(operator === "<" ? order.value < 0 : order.value === 0);
  }
  if (order.kind === "binary" && order.operator === "-") {
    return operator === "<" ? binary(">", order.right, order.left) : binary("=", order.left, order.right);
  }
  if (order.kind === "block") return Object.freeze({ ...order, result: testOf(order.result, operator) });
  if (order.kind !== "conditional") return binary(operator as BinaryOperator, order, literal(0));
  const [whenTrue, whenFalse] = [testOf(order.whenTrue, operator), testOf(order.whenFalse, operator)];
  if (isBoolean(whenTrue, false)) return both(negated(order.condition), whenFalse);
  if (isBoolean(whenTrue, true)) return either(order.condition, whenFalse);
  return isBoolean(whenFalse, false)
    ? both(order.condition, whenTrue)
    : conditional(order.condition, whenTrue, whenFalse);
}

function both(left: ExpressionNode, right: ExpressionNode): ExpressionNode {
  if (isBoolean(left, true) || impliesOpposite(right, left)) return right;
  if (isBoolean(right, true)) return left;
  return isBoolean(left, false) || isBoolean(right, false) ? literal(false) : binary("and", left, right);
}

/** Whether `a > b` holds only where `$not(a < b)` does. */
function impliesOpposite(comparison: ExpressionNode, negation: ExpressionNode): boolean {
  const other = negation.kind === "call" && negation.callee === "not" ? negation.arguments[0] : undefined;
  if (comparison.kind !== "binary" || other?.kind !== "binary" || comparison.operator === other.operator) return false;
  const isExclusive = [comparison, other].every(({ operator }) => ["<", ">", "="].includes(operator));
  return (
    isExclusive &&
    printJsonata(comparison.left) === printJsonata(other.left) &&
    printJsonata(comparison.right) === printJsonata(other.right)
  );
}

function either(left: ExpressionNode, right: ExpressionNode): ExpressionNode {
  if (isBoolean(left, false)) return right;
  if (isBoolean(right, false)) return left;
  return isBoolean(left, true) || isBoolean(right, true) ? literal(true) : binary("or", left, right);
}

function isBoolean(node: ExpressionNode, value: boolean): boolean {
  return node.kind === "literal" && node.value === value;
}

/** Whether a comparator's parameters are compared themselves, rather than something computed from them. */
function comparesThemselves(node: FunctionNode, lowering: Lowering): boolean {
  const names = node.parameters.map(({ name }) => lowering.checker.getSymbolAtLocation(name));
  const check = (child: ts.Node): boolean => {
    if (ts.isIdentifier(child)) {
      const isParameter = names.includes(lowering.symbolOf(child));
      const { parent } = child;
      if (isParameter && !ts.isParameter(parent))
        return ts.isBinaryExpression(parent) || ts.isParenthesizedExpression(parent);
    }
    return ts.forEachChild(child, (inner) => !check(inner)) !== true;
  };
  return check(node) && isTotal(node);
}

/** `a - b`, or a chain that ends in 0 only where neither is less: a comparator that may call different values equal is not. */
function isTotal(node: FunctionNode): boolean {
  if (ts.isBlock(node.body)) return false;
  const body = unwrap(node.body);
  if (ts.isBinaryExpression(body)) return body.operatorToken.kind === ts.SyntaxKind.MinusToken;
  if (!ts.isConditionalExpression(body)) return false;
  const rest = unwrap(body.whenFalse);
  return isOrder(body.condition) && ts.isConditionalExpression(rest) && isOrder(rest.condition);
}

function isOrder(node: ts.Expression): boolean {
  const inner = unwrap(node);
  if (!ts.isBinaryExpression(inner)) return false;
  return [ts.SyntaxKind.LessThanToken, ts.SyntaxKind.GreaterThanToken].includes(inner.operatorToken.kind);
}
