import {
  type Assignments,
  commonFieldOrder,
  type Evaluated,
  type JsonataOutput,
  type PathInputOutput,
  type StateFields,
  type Transition,
} from "./common.js";

/**
 * Exactly one of `Seconds`, `Timestamp`, `SecondsPath`, `TimestampPath`.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html
 */
export interface WaitState extends StateFields<"Wait">, PathInputOutput, JsonataOutput, Transition {
  /** Whole seconds, 0 to 99,999,999. */
  readonly Seconds?: Evaluated<number>;
  /** RFC 3339 with upper-case `T` and a zone, such as `2026-03-14T01:59:00Z`. */
  readonly Timestamp?: Evaluated<string>;
  /** JSONPath only. */
  readonly SecondsPath?: string;
  /** JSONPath only. */
  readonly TimestampPath?: string;
  readonly Assign?: Assignments;
}

export const waitFieldOrder = [
  ...commonFieldOrder,
  "InputPath",
  "Seconds",
  "SecondsPath",
  "Timestamp",
  "TimestampPath",
  "OutputPath",
  "Assign",
  "Output",
  "Next",
  "End",
] as const;
