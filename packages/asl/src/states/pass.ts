import type { JsonValue } from "../json.js";
import {
  type Assignments,
  commonFieldOrder,
  type JsonataOutput,
  type PathInputOutput,
  type PathResult,
  type PayloadTemplate,
  type StateFields,
  type Transition,
} from "./common.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html */
export interface PassState extends StateFields<"Pass">, PathInputOutput, PathResult, JsonataOutput, Transition {
  /** JSONPath only: the state's result as it stands. */
  readonly Result?: JsonValue;
  /** JSONPath only. */
  readonly Parameters?: PayloadTemplate;
  readonly Assign?: Assignments;
}

export const passFieldOrder = [
  ...commonFieldOrder,
  "InputPath",
  "Parameters",
  "Result",
  "ResultPath",
  "OutputPath",
  "Assign",
  "Output",
  "Next",
  "End",
] as const;
