import type { ts } from "ts-morph";
import {
  absent,
  array,
  binary,
  block,
  call,
  conditional,
  lambda,
  literal,
  subscript,
  variable,
} from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import type { FunctionNode, Lowering } from "../lowering.js";
import { elementKinds } from "../selections.js";
import { lowerCallback } from "../syntax/functions.js";
import { isOnly } from "../value-kinds.js";
import { argumentsOf, conditionOf } from "./callbacks.js";

export function sourceOf(node: ts.CallExpression): ts.Expression {
  return (node.expression as ts.PropertyAccessExpression).expression;
}

/** `array.indexOf(value)`, of values that are compared alike. */
export function indexOf(items: ExpressionNode, node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const [element] = argumentsOf(node, 1, 1, lowering) ?? [];
  if (element === undefined) return absent;
  const sides = [lowering.kinds(element), elementKinds(sourceOf(node), lowering)];
  if (!sides.some((kinds) => isOnly(kinds, "string", "number", "boolean", "null", "undefined"))) {
    return lowering.refuse("object-equality", element, { operator: "indexOf" });
  }
  return lowering.sharing(lowering.value(element, "indexOf"), "value", (value) => {
    const [item, index] = [lowering.names.take("item"), lowering.names.take("index")];
    return firstIndex(items, [item, index], binary("=", variable(item), value), lowering);
  });
}

export function findIndex(
  items: ExpressionNode,
  callback: FunctionNode,
  _node: ts.CallExpression,
  lowering: Lowering,
): ExpressionNode {
  const role = { parameters: 2, index: 1 };
  const { parameters, body } = lowerCallback(callback, role, lowering, conditionOf(lowering));
  const [item = lowering.names.take("item"), index = lowering.names.take("index")] = parameters;
  return firstIndex(items, [item, index], body, lowering);
}

/** The first index that `$map` gives: nothing is left out of its result where there is nothing. */
function firstIndex(
  items: ExpressionNode,
  [item, index]: readonly [string, string],
  condition: ExpressionNode,
  lowering: Lowering,
): ExpressionNode {
  const indexes = call("map", items, lambda([item, index], conditional(condition, variable(index), absent)));
  const name = lowering.names.take("first");
  const found = variable(name);
  return block(
    [Object.freeze({ name, value: subscript(indexes, literal(0)) })],
    conditional(call("exists", found), found, literal(-1)),
  );
}

/** The last of a selection; in parentheses a negative subscript is looked for, not computed. */
export function lastOf(selection: ExpressionNode): ExpressionNode {
  return subscript(array([selection]), block([], literal(-1)));
}
