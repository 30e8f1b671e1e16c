import { finishByJsonata, finishWithResult, nextOf, readArguments, usesJsonata } from "../fields.js";
import type { Json } from "../json.js";
import { inspect, type StateHandler } from "../strand.js";

export const runPass: StateHandler = (visit, strand) => {
  const { state, input } = visit;
  if (usesJsonata(visit, strand)) {
    const end = { output: state.Output, assign: state.Assign, field: "", otherwise: input, next: nextOf(visit) };
    return finishByJsonata(end, visit, strand);
  }
  const passed = readArguments(visit, strand) as Json;
  // A null Result is none.
  const { Result = null } = state;
  if (Result !== null) inspect(visit, "result", Result);
  return finishWithResult(Result ?? passed, visit, strand);
};
