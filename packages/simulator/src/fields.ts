import { isJsonataText } from "@treadle/asl";
import { queryFailure, type StateFailure } from "./failure.js";
import type { Json, JsonObject } from "./json.js";
import { nameJsonType } from "./json.js";
import { evaluateTemplate } from "./jsonata/evaluate-template.js";
import { unwrapExpression } from "./jsonata/expression.js";
import { fillTemplate } from "./jsonpath/payload-template.js";
import { readPath } from "./jsonpath/read-path.js";
import { setAtPath } from "./jsonpath/set-at-path.js";
import { type MaybePromise, whenReady } from "./maybe-promise.js";
import { createExpressionScope, createTemplateScope, type StatesValues } from "./scopes.js";
import { inspect, type StateStep, type Strand, type Visit } from "./strand.js";

/** A state's own language, else the machine's: Map and Parallel states do not pass theirs on. */
export function usesJsonata(visit: Visit, strand: Strand): boolean {
  return (visit.state.QueryLanguage ?? strand.run.machine.QueryLanguage) === "JSONata";
}

export function nextOf(visit: Visit): string | undefined {
  return visit.state.End ? undefined : visit.state.Next;
}

/** JSONPath: the input after `InputPath`; null stands for an empty object. */
export function readEffectiveInput(visit: Visit, strand: Strand): Json {
  const input = applyPath(visit.state.InputPath, visit.input, visit, strand);
  inspect(visit, "afterInputPath", input);
  return input;
}

/** JSONPath: what `OutputPath` leaves. */
export function applyOutputPath(value: Json, visit: Visit, strand: Strand): Json {
  return applyPath(visit.state.OutputPath, value, visit, strand);
}

function applyPath(path: string | null | undefined, value: Json, visit: Visit, strand: Strand): Json {
  if (path === undefined || path === "$") return value;
  return path === null ? {} : readPath(path, createTemplateScope(value, visit, strand));
}

/** What a Task, Parallel or Pass state works on: its arguments in either language. */
export function readArguments(visit: Visit, strand: Strand): MaybePromise<Json> {
  const { state } = visit;
  if (usesJsonata(visit, strand)) {
    if (state.Arguments === undefined) return visit.input;
    return whenReady(
      evaluateTemplate(state.Arguments, "Arguments", createExpressionScope(visit, strand)),
      (evaluated) => {
        inspect(visit, "afterArguments", evaluated);
        return evaluated;
      },
    );
  }
  const input = readEffectiveInput(visit, strand);
  const filled =
    state.Parameters === undefined ? input : fillTemplate(state.Parameters, createTemplateScope(input, visit, strand));
  inspect(visit, "afterParameters", filled);
  return filled;
}

/** The end of a state with a result: Output and Assign see what was there before the state. */
export function finishWithResult(result: Json, visit: Visit, strand: Strand): MaybePromise<StateStep> {
  const { state } = visit;
  if (usesJsonata(visit, strand)) {
    return finishByJsonata(
      { output: state.Output, assign: state.Assign, field: "", otherwise: result, next: nextOf(visit) },
      visit,
      strand,
      { result },
    );
  }
  const scope = createTemplateScope(result, visit, strand);
  const assigned = state.Assign && (fillTemplate(state.Assign, scope) as JsonObject);
  const selected = state.ResultSelector === undefined ? result : fillTemplate(state.ResultSelector, scope);
  inspect(visit, "afterResultSelector", selected);
  const combined =
    state.ResultPath === null
      ? visit.input
      : state.ResultPath === undefined
        ? selected
        : setAtPath(visit.input, state.ResultPath, selected);
  inspect(visit, "afterResultPath", combined);
  return { output: applyOutputPath(combined, visit, strand), assigned, next: nextOf(visit) };
}

/** The end of a Parallel or Map state, whose failure links to the success of its strands, as its exit does not. */
export function finishAfter(succeededId: number, result: Json, visit: Visit, strand: Strand): MaybePromise<StateStep> {
  const fail = (error: unknown): never => {
    strand.lastEventId = succeededId;
    throw error;
  };
  try {
    const step = finishWithResult(result, visit, strand);
    return step instanceof Promise ? step.catch(fail) : step;
  } catch (error) {
    return fail(error);
  }
}

/** What leaves a state, a Choice rule or a catcher in JSONata. */
export interface JsonataEnd {
  readonly output: Json | undefined;
  readonly assign: JsonObject | undefined;
  /** Place of both fields in the state, with a slash at its end, such as `Catch[0]/`. */
  readonly field: string;
  /** Stands for an absent `Output`. */
  readonly otherwise: Json;
  readonly next: string | undefined;
}

/** Evaluates `Output`, then `Assign`. */
export function finishByJsonata(
  end: JsonataEnd,
  visit: Visit,
  strand: Strand,
  values?: StatesValues,
): MaybePromise<StateStep> {
  const { assign, field, next } = end;
  if (end.output === undefined && assign === undefined) return { output: end.otherwise, next };
  const scope = createExpressionScope(visit, strand, values);
  const output = end.output === undefined ? end.otherwise : evaluateTemplate(end.output, `${field}Output`, scope);
  return whenReady(output, (ready) => {
    if (assign === undefined) return { output: ready, next };
    return whenReady(evaluateTemplate(assign, `${field}Assign`, scope), (assigned) => ({
      output: ready,
      assigned: assigned as JsonObject,
      next,
    }));
  });
}

/** Evaluates a field that must hold one type of value. @throws StateFailure naming the type it got. */
export async function evaluateTyped(
  template: Json,
  field: string,
  type: ReturnType<typeof nameJsonType>,
  visit: Visit,
  strand: Strand,
): Promise<Json> {
  const value = await evaluateTemplate(template, field, createExpressionScope(visit, strand));
  if (nameJsonType(value) === type) return value;
  throw describeUnexpectedType(template, field, type, value);
}

/** Wording of Step Functions. */
export function describeUnexpectedType(template: Json, field: string, expected: string, value: Json): StateFailure {
  const what = isJsonataText(template)
    ? `The JSONata expression '${unwrapExpression(template)}' specified for the field '${field}' returned an unexpected result type.`
    : `The field '${field}' has an unexpected type.`;
  return queryFailure(
    `${what} Expected '${expected}', but was '${nameJsonType(value)}' for value: ${JSON.stringify(value)}`,
    field,
  );
}
