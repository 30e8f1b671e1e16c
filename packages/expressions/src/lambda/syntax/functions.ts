import ts from "#typescript";
import { call, conditional, lambda, literal, scope, variable } from "../../nodes/create.js";
import type { ExpressionNode, LambdaNode } from "../../nodes/expression-node.js";
import { indexFacts } from "../integers.js";
import type { FunctionNode, Lowering } from "../lowering.js";
import { kindsOf } from "../value-kinds.js";
import { lowerBody } from "./blocks.js";
import { bindElement, bindName, memberName } from "./patterns.js";

/** Reports what a lowered function cannot be: async, a generator, with `this` or parameters that take many. */
export function isPlainFunction(node: FunctionNode, lowering: Lowering): boolean {
  const asynchronous = node.modifiers?.find(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
  if (asynchronous) {
    const help = "Make the awaited work a step of its own and read its value from the scope.";
    lowering.unsupported(asynchronous, "An async function", help);
  } else if (node.asteriskToken) {
    lowering.unsupported(node.asteriskToken, "A generator", "Return an array.");
  }
  for (const parameter of node.parameters) {
    if (parameter.dotDotDotToken) {
      lowering.unsupported(parameter, "A rest parameter", "Name the parameters that you use.");
    } else if (ts.isIdentifier(parameter.name) && parameter.name.text === "this") {
      lowering.unsupported(parameter, "A `this` parameter", "Leave it out.");
    }
  }
  return !lowering.failed;
}

/** Binds the scope parameter, or the members it is destructured into. */
export function bindScope(node: FunctionNode, lowering: Lowering): void {
  const [first, ...more] = node.parameters;
  for (const parameter of more) {
    lowering.unsupported(parameter, "A second parameter", "Read all values from the scope.");
  }
  if (first === undefined) return;
  if (first.initializer) {
    lowering.unsupported(first.initializer, "A default of the scope", "Use `??` where a value is read.");
  }
  if (ts.isIdentifier(first.name)) {
    lowering.scopeSymbol = lowering.checker.getSymbolAtLocation(first.name);
    return;
  }
  for (const element of first.name.elements) {
    if (ts.isOmittedExpression(element)) continue;
    if (element.dotDotDotToken) {
      lowering.unsupported(element, "The rest of the scope", "Name the values that you use.");
      continue;
    }
    const name = memberName(element, lowering);
    if (name !== undefined) bindElement(element, scope(name), lowering);
  }
}

/** How a callback is called: how many arguments it gets, and which of them is the index. */
export interface CallbackRole {
  readonly parameters: number;
  readonly index?: number;
}

/** `function($item, $index) { … }`; `finish` lowers each expression that the callback returns. */
export function lowerCallback(
  node: FunctionNode,
  role: CallbackRole,
  lowering: Lowering,
  finish: (result: ts.Expression) => ExpressionNode,
): LambdaNode {
  isPlainFunction(node, lowering);
  const parameters = node.parameters.map((parameter, position) => {
    if (position >= role.parameters) {
      lowering.unsupported(parameter, "This parameter", "JSONata does not give it to the function.");
    }
    const { name } = parameter;
    const local = bindParameter(parameter, lowering);
    const symbol = ts.isIdentifier(name) ? lowering.checker.getSymbolAtLocation(name) : undefined;
    if (symbol && position === role.index) lowering.integers.set(symbol, indexFacts);
    return local;
  });
  return lambda(parameters, lowerFunctionBody(node, lowering, finish));
}

/** A function of the project, or a local one: what it returns may be missing where its type says so. */
export function lowerNamedFunction(node: FunctionNode, lowering: Lowering): LambdaNode {
  if (!isPlainFunction(node, lowering)) return lambda([], literal(null));
  const parameters = node.parameters.map((parameter) => bindParameter(parameter, lowering));
  const signature = lowering.checker.getSignatureFromDeclaration(node);
  const returned = signature && lowering.checker.getReturnTypeOfSignature(signature);
  const mayGiveNothing = returned !== undefined && kindsOf(returned, lowering.checker).has("undefined");
  const finish = (result: ts.Expression): ExpressionNode =>
    mayGiveNothing ? lowering.lower(result) : lowering.value(result, "the result of the function");
  return lambda(parameters, lowerFunctionBody(node, lowering, finish));
}

function lowerFunctionBody(
  node: FunctionNode,
  lowering: Lowering,
  finish: (result: ts.Expression) => ExpressionNode,
): ExpressionNode {
  return lowering.within(node, () => lowerBody(node.body, lowering, finish));
}

function bindParameter({ name, initializer }: ts.ParameterDeclaration, lowering: Lowering): string {
  const local = lowering.names.take(ts.isIdentifier(name) ? name.text : "item");
  const given = variable(local);
  const value = initializer ? conditional(call("exists", given), given, lowering.lower(initializer)) : given;
  bindName(name, value, lowering);
  return local;
}
