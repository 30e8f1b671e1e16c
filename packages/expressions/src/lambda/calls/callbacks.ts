import { ts } from "ts-morph";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { unwrap } from "../absence.js";
import type { Lowering } from "../lowering.js";
import type { FunctionNode } from "../syntax/functions.js";

/** The function written as an argument of a call; a function by name is refused. */
export function inlineCallback(node: ts.CallExpression, lowering: Lowering): FunctionNode | undefined {
  const [argument] = node.arguments;
  const callback = argument && unwrap(argument);
  if (callback && (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback))) return callback;
  const help = "Write the function in place: `(item) => …`.";
  lowering.unsupported(argument ?? node, "A callback that is not written in place", help);
  return undefined;
}

/** Lowers one of a callback's results to a value. */
export function resultOf(lowering: Lowering): (result: ts.Expression) => ExpressionNode {
  return (result) => lowering.value(result, "the result of the function");
}

/** Lowers one of a callback's results to true or false. */
export function conditionOf(lowering: Lowering): (result: ts.Expression) => ExpressionNode {
  return (result) => lowering.condition(result);
}

/** The arguments of a call, where their number is right. */
export function argumentsOf(
  node: ts.CallExpression,
  minimum: number,
  maximum: number,
  lowering: Lowering,
): readonly ts.Expression[] | undefined {
  if (node.arguments.length >= minimum && node.arguments.length <= maximum) return node.arguments;
  const wanted = minimum === maximum ? String(minimum) : `${minimum} to ${maximum}`;
  lowering.unsupported(node.arguments[maximum] ?? node, "This number of arguments", `Give ${wanted}.`);
  return undefined;
}
