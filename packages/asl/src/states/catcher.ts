import type { Assignments, JsonataOutput, PathResult } from "./common.js";

/** One entry of `Catch`. Its `Assign` and `Output` replace those of the state, and may read `$states.errorOutput`. */
export interface Catcher extends PathResult, JsonataOutput {
  readonly Comment?: string;
  /** `States.ALL` stands alone, in the last catcher. */
  readonly ErrorEquals: readonly string[];
  readonly Assign?: Assignments;
  readonly Next: string;
}

export const catcherFieldOrder = ["Comment", "ErrorEquals", "Assign", "Output", "ResultPath", "Next"] as const;
