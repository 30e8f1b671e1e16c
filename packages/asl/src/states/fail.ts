import { commonFieldOrder, type Evaluated, type StateFields } from "./common.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html */
export interface FailState extends StateFields<"Fail"> {
  readonly Error?: Evaluated<string>;
  readonly Cause?: Evaluated<string>;
  /** JSONPath only: a reference path, or an intrinsic function that gives a string. */
  readonly ErrorPath?: string;
  /** JSONPath only, as `ErrorPath`. */
  readonly CausePath?: string;
}

export const failFieldOrder = [...commonFieldOrder, "Error", "ErrorPath", "Cause", "CausePath"] as const;
