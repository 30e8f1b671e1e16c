import { isJsonataText } from "@treadle/asl";
import { queryFailure } from "./failure.js";
import type { Json, JsonObject } from "./json.js";
import { nameJsonType } from "./json.js";
import { evaluateTemplate } from "./jsonata/evaluate-template.js";
import { unwrapExpression } from "./jsonata/expression.js";
import { fillTemplate } from "./jsonpath/payload-template.js";
import { readPath } from "./jsonpath/read-path.js";
import { setAtPath } from "./jsonpath/set-at-path.js";
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
export async function readArguments(visit: Visit, strand: Strand): Promise<Json> {
  const { state } = visit;
  if (usesJsonata(visit, strand)) {
    if (state.Arguments === undefined) return visit.input;
    const evaluated = await evaluateTemplate(state.Arguments, "Arguments", createExpressionScope(visit, strand));
    inspect(visit, "afterArguments", evaluated);
    return evaluated;
  }
  const input = readEffectiveInput(visit, strand);
  const filled =
    state.Parameters === undefined ? input : fillTemplate(state.Parameters, createTemplateScope(input, visit, strand));
  inspect(visit, "afterParameters", filled);
  return filled;
}

/** The end of a state with a result: Output and Assign see what was there before the state. */
export async function finishWithResult(result: Json, visit: Visit, strand: Strand): Promise<StateStep> {
  const { state } = visit;
  if (usesJsonata(visit, strand)) {
    return {
      output: await evaluateOutput(state.Output, "Output", result, visit, strand, { result }),
      assigned: await evaluateAssign(state.Assign, "Assign", visit, strand, { result }),
      next: nextOf(visit),
    };
  }
  const scope = createTemplateScope(result, visit, strand);
  const assigned = state.Assign && (fillTemplate(state.Assign, scope) as JsonObject);
  const selected = state.ResultSelector === undefined ? result : fillTemplate(state.ResultSelector, scope);
  const combined =
    state.ResultPath === null
      ? visit.input
      : state.ResultPath === undefined
        ? selected
        : setAtPath(visit.input, state.ResultPath, selected);
  inspect(visit, "afterResultSelector", selected);
  inspect(visit, "afterResultPath", combined);
  return { output: applyOutputPath(combined, visit, strand), assigned, next: nextOf(visit) };
}

/** JSONata: `Output`, or what stands for it. */
export function evaluateOutput(
  template: Json | undefined,
  field: string,
  otherwise: Json,
  visit: Visit,
  strand: Strand,
  values?: StatesValues,
): Promise<Json> {
  if (template === undefined) return Promise.resolve(otherwise);
  return evaluateTemplate(template, field, createExpressionScope(visit, strand, values));
}

/** JSONata: `Assign`. */
export async function evaluateAssign(
  template: JsonObject | undefined,
  field: string,
  visit: Visit,
  strand: Strand,
  values?: StatesValues,
): Promise<JsonObject | undefined> {
  if (template === undefined) return undefined;
  return (await evaluateTemplate(template, field, createExpressionScope(visit, strand, values))) as JsonObject;
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
  const actual = nameJsonType(value);
  if (actual === type) return value;
  const what = isJsonataText(template)
    ? `The JSONata expression '${unwrapExpression(template)}' specified for the field '${field}' returned an unexpected result type.`
    : `The field '${field}' has an unexpected type.`;
  throw queryFailure(`${what} Expected '${type}', but was '${actual}' for value: ${JSON.stringify(value)}`, field);
}
