import { ts } from "ts-morph";
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
import { unwrap } from "../absence.js";
import type { FunctionNode } from "../lowering.js";
import { type Lowering, sourceText } from "../lowering.js";
import { elementKinds, mayBeArray } from "../selections.js";
import { lowerBody } from "../syntax/blocks.js";
import { isPlainFunction } from "../syntax/functions.js";
import { lowerNumberOperand } from "../syntax/operators.js";
import { bindName } from "../syntax/patterns.js";
import { describeKinds, isOnly } from "../value-kinds.js";
import { sourceOf } from "./array-searches.js";
import { inlineCallback } from "./callbacks.js";

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
    return sorted(items, lambda([left, right], positive(order)));
  }
  const [item, index] = [lowering.names.take("item"), lowering.names.take("index")];
  const pair = object({ item: variable(item), index: variable(index) });
  const pairs = array([call("map", items, lambda([item, index], pair))]);
  const members = [property(variable(left), "item"), property(variable(right), "item")] as const;
  const order = lowerComparator(comparator, ...members, lowering);
  const later = binary(">", property(variable(left), "index"), property(variable(right), "index"));
  const test = binary("or", positive(order), binary("and", zero(order), later));
  const inOrder = call("sort", pairs, lambda([left, right], test));
  if (!mayBeArray(kinds)) return array([property(inOrder, "item")]);
  const each = lowering.names.take("each");
  const unpacked = call("map", inOrder, lambda([each], property(variable(each), "item")));
  return array([Object.freeze({ ...unpacked, keepArray: true as const })]);
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

/** An order as conditionals over comparisons, so that "more than 0" and "equal to 0" can be read off. */
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
  return lowering.within(node, () =>
    lowerBody(node.body, lowering, (result) => {
      if (lowering.isOnly(result, "number")) return lowering.value(result, "the result of the comparator");
      return lowerNumberOperand(result, "sort", lowering);
    }),
  );
}

/** `order > 0`. */
function positive(order: ExpressionNode): ExpressionNode {
  return testOf(order, ">");
}

function zero(order: ExpressionNode): ExpressionNode {
  return testOf(order, "=");
}

function testOf(order: ExpressionNode, operator: ">" | "="): ExpressionNode {
  if (order.kind === "literal" && typeof order.value === "number") {
    return literal(operator === ">" ? order.value > 0 : order.value === 0);
  }
  if (order.kind === "binary" && order.operator === "-")
    return binary(operator as BinaryOperator, order.left, order.right);
  if (order.kind === "block") return Object.freeze({ ...order, result: testOf(order.result, operator) });
  if (order.kind !== "conditional") return binary(operator as BinaryOperator, order, literal(0));
  const [whenTrue, whenFalse] = [testOf(order.whenTrue, operator), testOf(order.whenFalse, operator)];
  if (isBoolean(whenTrue, false)) {
    const otherwise = call("not", order.condition);
    return isBoolean(whenFalse, false)
      ? whenFalse
      : isBoolean(whenFalse, true)
        ? otherwise
        : binary("and", otherwise, whenFalse);
  }
  if (isBoolean(whenTrue, true)) {
    return isBoolean(whenFalse, true)
      ? whenTrue
      : isBoolean(whenFalse, false)
        ? order.condition
        : binary("or", order.condition, whenFalse);
  }
  return conditional(order.condition, whenTrue, whenFalse);
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
