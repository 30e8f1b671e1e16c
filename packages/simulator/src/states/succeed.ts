import { applyOutputPath, finishByJsonata, readEffectiveInput, usesJsonata } from "../fields.js";
import type { StateHandler } from "../strand.js";

export const runSucceed: StateHandler = (visit, strand) => {
  const { input, state } = visit;
  if (usesJsonata(visit, strand)) {
    const end = { output: state.Output, assign: state.Assign, field: "", otherwise: input, next: undefined };
    return finishByJsonata(end, visit, strand);
  }
  return { output: applyOutputPath(readEffectiveInput(visit, strand), visit, strand) };
};
