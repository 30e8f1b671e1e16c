import type ts from "#typescript";
import { absent, block, call, literal, variable } from "../../nodes/create.js";
import type { BlockNode, ExpressionNode } from "../../nodes/expression-node.js";
import { walkExpression } from "../../nodes/transform.js";
import { mayBeAbsent } from "../absence.js";
import { type Lowering, sourceText } from "../lowering.js";
import type { NamedFunction } from "./resolve-function.js";
import { staticValue } from "./static-value.js";

type Binding = BlockNode["bindings"][number];

/** Lowers a function to a binding; it has its name before its body is lowered, so that it can call itself. */
export function bindFunction({ symbol, name, node }: NamedFunction, lowering: Lowering): Binding {
  const local = lowering.names.take(name);
  lowering.functions.set(symbol, local);
  return Object.freeze({ name: local, value: lowering.lowerFunction(node) });
}

/** A call of a function of the project, which becomes a JSONata function: once, however often it is called. */
export function lowerFunctionCall(called: NamedFunction, node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  let local = lowering.functions.get(called.symbol);
  if (local === undefined) {
    const binding = bindFunction(called, lowering);
    lowering.helpers.push(binding);
    local = binding.name;
  }
  const given = node.arguments.map((argument) => lowerArgument(argument, lowering));
  const leftOut = called.node.parameters
    .slice(node.arguments.length)
    .map((parameter) => defaultOf(parameter, lowering));
  return call(variable(local), ...given, ...leftOut);
}

/** What is left out is given too: the Java engine may find the argument of an earlier call in the place of none. */
function defaultOf({ initializer }: ts.ParameterDeclaration, lowering: Lowering): ExpressionNode {
  const value = initializer && staticValue(initializer, lowering.checker);
  return value === undefined ? absent : literal(value);
}

/** An argument may be missing where its type says so. */
function lowerArgument(argument: ts.Expression, lowering: Lowering): ExpressionNode {
  if (mayBeAbsent(argument, lowering) && !lowering.kinds(argument).has("undefined")) {
    return lowering.refuse("maybe-undefined", argument, { path: sourceText(argument), position: "this parameter" });
  }
  return lowering.kinds(argument).has("undefined")
    ? lowering.lower(argument)
    : lowering.value(argument, "this parameter");
}

/** Binds the helpers that an expression calls around it; in constructors around each member, so that these stay plain. */
export function bindHelpers(node: ExpressionNode, helpers: readonly Binding[]): ExpressionNode {
  if (helpers.length === 0) return node;
  if (node.kind === "object" && node.entries.every(({ key }) => key.kind === "literal")) {
    const entries = node.entries.map(({ key, value }) => Object.freeze({ key, value: bindHelpers(value, helpers) }));
    return Object.freeze({ ...node, entries: Object.freeze(entries) });
  }
  const called = calledIn(node);
  for (const { name, value } of helpers.toReversed()) {
    if (called.has(name)) for (const other of calledIn(value)) called.add(other);
  }
  // A helper may call one that was lowered after it, where two call each other.
  for (const { name, value } of helpers) if (called.has(name)) for (const other of calledIn(value)) called.add(other);
  const needed = helpers.filter(({ name }) => called.has(name));
  if (needed.length === 0) return node;
  return node.kind === "block" ? block([...needed, ...node.bindings], node.result) : block(needed, node);
}

function calledIn(node: ExpressionNode): Set<string> {
  const names = new Set<string>();
  walkExpression(node, (child) => child.kind === "variable" && names.add(child.name));
  return names;
}
