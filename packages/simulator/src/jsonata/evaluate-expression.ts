import type { JsonataText } from "@treadle/asl";
import { queryFailure } from "../failure.js";
import type { Json } from "../json.js";
import type { SeededRandom } from "../random.js";
import { createAwsFunctions } from "./aws-functions.js";
import { type CompiledExpression, compileExpression, unwrapExpression } from "./expression.js";
import { depthExceeded, memoryExceeded } from "./limits.js";
import { InternalError } from "./own-functions.js";
import { toJson, UnsupportedResultError } from "./to-json.js";

/** What expressions of one execution share. */
export interface ExpressionSettings {
  readonly random: SeededRandom;
  readonly nowMs: () => number;
  /** Steps that one evaluation may take. */
  readonly maxSteps: number;
}

/** What one expression sees. */
export interface ExpressionScope {
  readonly settings: ExpressionSettings;
  /** `$states` for the place where the expression stands. */
  readonly states: () => unknown;
  readonly variable: (name: string) => Json | undefined;
}

/**
 * Evaluates a `{% … %}` string.
 *
 * @throws StateFailure `States.QueryEvaluationError`, worded as Step Functions does, naming the field.
 */
export async function evaluateExpression(text: JsonataText, field: string, scope: ExpressionScope): Promise<Json> {
  const source = unwrapExpression(text);
  const describe = (problem: string) =>
    queryFailure(`The JSONata expression '${source}' specified for the field '${field}' ${problem}`, field);
  let value: unknown;
  try {
    const compiled = compileExpression(source);
    value = await compiled.expression.evaluate(undefined, bindVariables(compiled, scope));
  } catch (error) {
    if (error instanceof InternalError) {
      throw describe(`threw an internal error during evaluation. ${scope.settings.random.nextUuid()}`);
    }
    throw describe(`threw an error during evaluation${describeEngineError(error)}`);
  }
  if (value === undefined) throw describe("returned nothing (undefined).");
  try {
    return toJson(value);
  } catch (error) {
    if (error instanceof UnsupportedResultError) throw describe("returned an unsupported result type.");
    throw error;
  }
}

function bindVariables(compiled: CompiledExpression, scope: ExpressionScope): Record<string, unknown> {
  const bindings: Record<string, unknown> = { ...compiled.meter?.(scope.settings.maxSteps) };
  const builtIns = builtInsOf(scope.settings);
  for (const name of compiled.variables) {
    if (name === "states") bindings.states = scope.states();
    else if (name in builtIns) bindings[name] = builtIns[name];
    else {
      const value = scope.variable(name);
      if (value !== undefined) bindings[name] = value;
    }
  }
  return bindings;
}

const builtInsBySettings = new WeakMap<ExpressionSettings, Readonly<Record<string, unknown>>>();

function builtInsOf(settings: ExpressionSettings): Readonly<Record<string, unknown>> {
  let builtIns = builtInsBySettings.get(settings);
  if (builtIns === undefined) {
    builtIns = {
      __proto__: null,
      ...createAwsFunctions(settings.random),
      eval: undefined,
      millis: () => settings.nowMs(),
      now: (picture?: string, zone?: string) => formatTime(settings.nowMs(), picture, zone),
    };
    builtInsBySettings.set(settings, builtIns);
  }
  return builtIns;
}

function formatTime(ms: number, picture: string | undefined, zone: string | undefined): Promise<unknown> {
  const { expression } = compileExpression("$fromMillis($ms, $picture, $zone)");
  return expression.evaluate(undefined, { ms, picture, zone });
}

function describeEngineError(error: unknown): string {
  const { code, message } =
    error instanceof RangeError ? readRangeError(error) : (error as { code?: string; message?: string });
  return code === undefined ? `: ${message}` : `. ${code}: ${message}`;
}

/** Node.js has one kind of error for what is too deep to be read and what is too large to be made. */
function readRangeError(error: RangeError): { readonly code?: undefined; readonly message: string } {
  return error.message.includes("call stack") ? depthExceeded() : memoryExceeded();
}
