import type ts from "#typescript";
import { absent, array, binary, call, conditional, lambda, literal, subscript, variable } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import type { FunctionNode, Lowering } from "../lowering.js";
import { elementKinds } from "../selections.js";
import { lowerCallback } from "../syntax/functions.js";
import { isOnly } from "../value-kinds.js";
import { argumentsOf, conditionOf } from "./callbacks.js";

export function sourceOf(node: ts.CallExpression): ts.Expression {
  return (node.expression as ts.PropertyAccessExpression).expression;
}

type Which = "first" | "last";

/** `array.indexOf(value)` or `lastIndexOf`, of values that are compared alike. */
export const positionOf =
  (which: Which) =>
  (items: ExpressionNode, node: ts.CallExpression, lowering: Lowering): ExpressionNode => {
    const [element] = argumentsOf(node, 1, 1, lowering) ?? [];
    if (element === undefined) return absent;
    const sides = [lowering.kinds(element), elementKinds(sourceOf(node), lowering)];
    if (!sides.some((kinds) => isOnly(kinds, "string", "number", "boolean", "null", "undefined"))) {
      return lowering.refuse("object-equality", element, { operator: "indexOf" });
    }
    return lowering.sharing(lowering.value(element, "indexOf"), "value", (value) => {
      const [item, index] = [lowering.names.take("item"), lowering.names.take("index")];
      return indexWhere(which, items, [item, index], binary("=", variable(item), value));
    });
  };

/** `array.findIndex(test)` or `findLastIndex`. */
export const positionWhere =
  (which: Which) =>
  (items: ExpressionNode, callback: FunctionNode, _node: ts.CallExpression, lowering: Lowering): ExpressionNode => {
    const role = { parameters: 2, index: 1 };
    const { parameters, body } = lowerCallback(callback, role, lowering, conditionOf(lowering));
    const [item = lowering.names.take("item"), index = lowering.names.take("index")] = parameters;
    return indexWhere(which, items, [item, index], body);
  };

/** What `$map` gives nothing for is left out of its result: the first of all indexes and -1, or the largest. */
function indexWhere(
  which: Which,
  items: ExpressionNode,
  [item, index]: readonly [string, string],
  condition: ExpressionNode,
): ExpressionNode {
  const indexes = call("map", items, lambda([item, index], conditional(condition, variable(index), absent)));
  return which === "first"
    ? subscript(array([indexes, literal(-1)]), literal(0))
    : call("max", array([literal(-1), indexes]));
}
