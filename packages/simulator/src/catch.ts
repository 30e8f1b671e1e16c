import type { Catcher } from "./definition.js";
import type { StateFailure } from "./failure.js";
import { finishByJsonata, usesJsonata } from "./fields.js";
import type { Json, JsonObject } from "./json.js";
import { fillTemplate } from "./jsonpath/payload-template.js";
import { setAtPath } from "./jsonpath/set-at-path.js";
import { matchesError } from "./match-error.js";
import type { MaybePromise } from "./maybe-promise.js";
import { createTemplateScope } from "./scopes.js";
import { inspect, type StateStep, type Strand, type Visit } from "./strand.js";

/** Position of the first catcher that matches, or -1. */
export function findCatcher(catchers: readonly Catcher[] | undefined, failure: StateFailure): number {
  if (!failure.handleable) return -1;
  const { alias, error } = failure;
  return (catchers ?? []).findIndex(({ ErrorEquals }) => ErrorEquals.some((name) => matchesError(name, error, alias)));
}

/** The error as catchers see it. A timeout has an error and an empty cause. */
export function toErrorOutput(failure: StateFailure): JsonObject {
  return {
    Error: failure.error ?? null,
    Cause: failure.causeText ?? (failure.error === undefined ? null : ""),
  };
}

/** What a catcher makes of a failure: its state is next, the state's own Output and Assign do not count. */
export function applyCatcher(
  index: number,
  failure: StateFailure,
  visit: Visit,
  strand: Strand,
): MaybePromise<StateStep> {
  const catcher = visit.state.Catch?.[index] as Catcher;
  const errorOutput = toErrorOutput(failure);
  if (usesJsonata(visit, strand)) {
    const end = {
      output: catcher.Output,
      assign: catcher.Assign,
      field: `Catch[${index}]/`,
      otherwise: errorOutput,
      next: catcher.Next,
    };
    return finishByJsonata(end, visit, strand, { errorOutput });
  }
  const output = applyResultPath(catcher.ResultPath, visit.input, errorOutput);
  inspect(visit, "afterResultPath", output);
  return {
    output,
    assigned:
      catcher.Assign && (fillTemplate(catcher.Assign, createTemplateScope(errorOutput, visit, strand)) as JsonObject),
    next: catcher.Next,
  };
}

function applyResultPath(path: string | null | undefined, input: Json, errorOutput: Json): Json {
  if (path === null) return input;
  return path === undefined ? errorOutput : setAtPath(input, path, errorOutput);
}
