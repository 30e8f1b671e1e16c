import type ts from "#typescript";
import { absent, call } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import type { Lowering } from "../lowering.js";
import { lowerNumberOperand } from "../syntax/operators.js";
import { argumentsOf } from "./callbacks.js";
import { textArgument } from "./text-arguments.js";

export type ScopeFunction = "now" | "uuid" | "random" | "hash";

const argumentCounts = { now: [0, 0], uuid: [0, 0], random: [0, 1], hash: [2, 2] } as const;

/** The functions of the scope itself, whose names no step can have. */
export function isScopeFunction(name: string): name is ScopeFunction {
  return name === "now" || name === "uuid" || name === "random" || name === "hash";
}

/** `s.now()`, `s.uuid()`, `s.random()` or `s.random(seed)`, `s.hash(text, algorithm)`. */
export function lowerScopeCall(name: ScopeFunction, node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const [least, most] = argumentCounts[name];
  const [first, second] = argumentsOf(node, least, most, lowering) ?? [];
  if (name === "random") return first ? call("random", lowerNumberOperand(first, "random", lowering)) : call("random");
  if (name !== "hash") return call(name);
  if (first === undefined || second === undefined) return absent;
  return call("hash", textArgument(first, lowering), textArgument(second, lowering));
}
