import type ts from "#typescript";
import { walkExpression } from "../nodes/transform.js";
import { bindHelpers } from "./functions/bind-function.js";
import { lowerExpression } from "./lower-expression.js";
import { Lowering } from "./lowering.js";
import type { LoweredExpression, LoweringContext } from "./lowering-context.js";
import { lowerBody } from "./syntax/blocks.js";
import { bindScope, isPlainFunction, lowerNamedFunction } from "./syntax/functions.js";

/**
 * Lowers a lambda over the scope to a tree that gives the same JSON in JSONata as the lambda gives in Node. What cannot be
 * lowered so is reported, all at once, each fault at its token; then there is no tree.
 */
export function lowerLambda(
  lambda: ts.ArrowFunction | ts.FunctionExpression,
  context: LoweringContext,
): LoweredExpression | undefined {
  const lowering = new Lowering(context, lambda, { expression: lowerExpression, namedFunction: lowerNamedFunction });
  if (!isPlainFunction(lambda, lowering)) return undefined;
  reserveScopeNames(lambda, lowering);
  bindScope(lambda, lowering);
  const body = lowerBody(lambda.body, lowering, (result) => lowering.value(result, "the result"));
  if (lowering.failed) return undefined;
  const whole = bindHelpers(body, lowering.helpers);
  const captures = new Set<string>();
  walkExpression(whole, (node) => node.kind === "capture" && captures.add(node.name));
  return Object.freeze({ body: whole, captures: Object.freeze([...captures]), location: context.locate(lambda) });
}

/** A step's variable is usually named like the step, so no local takes that name. */
function reserveScopeNames(lambda: ts.ArrowFunction | ts.FunctionExpression, lowering: Lowering): void {
  const [scope] = lambda.parameters;
  if (scope === undefined) return;
  const { checker } = lowering;
  lowering.names.reserve(() => checker.getPropertiesOfType(checker.getTypeAtLocation(scope)).map(({ name }) => name));
}
