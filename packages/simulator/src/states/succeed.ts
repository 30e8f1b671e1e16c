import { applyOutputPath, evaluateOutput, readEffectiveInput, usesJsonata } from "../fields.js";
import type { StateHandler } from "../strand.js";

export const runSucceed: StateHandler = async (visit, strand) => ({
  output: usesJsonata(visit, strand)
    ? await evaluateOutput(visit.state.Output, "Output", visit.input, visit, strand)
    : applyOutputPath(readEffectiveInput(visit, strand), visit, strand),
});
