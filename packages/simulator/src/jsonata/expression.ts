import { type JsonataText, jsonataSource, quotas } from "@treadle/asl";
import jsonata from "jsonata";
import { ENTRY_HOOK } from "./engine-functions.js";
import { EvaluationMeter, findNeighbours, METER, type Neighbours } from "./evaluation-meter.js";
import { measureTree } from "./measure-tree.js";
import { ownFunctions } from "./own-functions.js";
import { ownOperators, useOwnOperators } from "./use-own-operators.js";

/** A compiled expression with what an evaluation must know of it. */
export interface CompiledExpression {
  readonly expression: jsonata.Expression;
  /** Names of all variables in it, without `$`: only these are bound. */
  readonly variables: ReadonlySet<string>;
  /** What an evaluation binds beside them, where it has to be followed. */
  readonly meter: ((maxSteps: number) => Readonly<Record<string, unknown>>) | undefined;
}

const cache = new Map<string, CompiledExpression>();

/** The expression between the marks, without spaces around. */
export function unwrapExpression(text: JsonataText): string {
  return jsonataSource(text).trim();
}

/** Compiles an expression, once per text. @throws the engine's error, with `code` and `message`. */
export function compileExpression(source: string): CompiledExpression {
  let compiled = cache.get(source);
  if (compiled === undefined) {
    const expression = jsonata(source);
    const { variables, definesFunctions, depth } = measureTree(expression.ast());
    useOwnOperators(expression.ast());
    for (const [name, operator] of Object.entries(ownOperators)) expression.assign(name, operator);
    for (const name of variables) if (ownFunctions.has(name)) expression.assign(name, ownFunctions.get(name));
    const mayBeTooDeep = depth > quotas.jsonataDepth;
    const isMetered = definesFunctions || mayBeTooDeep;
    if (isMetered) expression.assign(ENTRY_HOOK, EvaluationMeter.begin);
    const neighbours = mayBeTooDeep ? findNeighbours(expression.ast()) : undefined;
    compiled = { expression, variables, meter: isMetered ? createMeter(neighbours) : undefined };
    cache.set(source, compiled);
  }
  return compiled;
}

function createMeter(neighbours: Neighbours | undefined): CompiledExpression["meter"] {
  return (maxSteps) => ({ [METER]: new EvaluationMeter(maxSteps, neighbours) });
}
