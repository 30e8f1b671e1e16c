import ts from "#typescript";
import { call, literal } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { resolveFunction } from "../functions/resolve-function.js";
import type { FunctionNode, Lowering } from "../lowering.js";
import { unwrap } from "../references.js";

/** The function given as an argument of a call: written in place, or the body of one that is given by its name. */
export function inlineCallback(node: ts.CallExpression, lowering: Lowering): FunctionNode | undefined {
  return functionArgument(node.arguments[0] ?? node, lowering);
}

export function functionArgument(argument: ts.Expression, lowering: Lowering): FunctionNode | undefined {
  const callback = unwrap(argument);
  if (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback)) return callback;
  const named = resolveFunction(callback, lowering);
  if (named && !lowering.isOpen(named.node)) return named.node;
  const name = named?.name ?? (ts.isIdentifier(callback) ? callback.text : undefined);
  const help = `Write the function in place: \`(item) => ${name === undefined ? "…" : `${name}(item)`}\`.`;
  lowering.unsupported(argument, "A callback that is not written in place", help);
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

/** The opposite of what is true or false. */
export function negated(condition: ExpressionNode): ExpressionNode {
  if (condition.kind === "literal" && typeof condition.value === "boolean") return literal(!condition.value);
  if (condition.kind === "call" && condition.callee === "not" && condition.arguments[0]) return condition.arguments[0];
  return call("not", condition);
}
