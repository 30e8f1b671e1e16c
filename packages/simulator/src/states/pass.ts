import { evaluateAssign, evaluateOutput, finishWithResult, nextOf, readArguments, usesJsonata } from "../fields.js";
import { inspect, type StateHandler } from "../strand.js";

export const runPass: StateHandler = async (visit, strand) => {
  const { state, input } = visit;
  if (usesJsonata(visit, strand)) {
    return {
      output: await evaluateOutput(state.Output, "Output", input, visit, strand),
      assigned: await evaluateAssign(state.Assign, "Assign", visit, strand),
      next: nextOf(visit),
    };
  }
  const passed = await readArguments(visit, strand);
  if (state.Result !== undefined) inspect(visit, "result", state.Result);
  return finishWithResult(state.Result ?? passed, visit, strand);
};
