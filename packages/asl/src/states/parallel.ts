import type { JsonValue } from "../json.js";
import type { Catcher } from "./catcher.js";
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
import type { Retrier } from "./retrier.js";
import type { StateScope } from "./scope.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html */
export interface ParallelStateOf<State>
  extends StateFields<"Parallel">,
    PathInputOutput,
    PathResult,
    JsonataOutput,
    Transition {
  /** At least one. */
  readonly Branches: readonly StateScope<State>[];
  /** JSONata only: the input of every branch; default: the state's input. */
  readonly Arguments?: JsonValue;
  /** JSONPath only. */
  readonly Parameters?: PayloadTemplate;
  /** JSONPath only. */
  readonly ResultSelector?: PayloadTemplate;
  readonly Assign?: Assignments;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

export const parallelFieldOrder = [
  ...commonFieldOrder,
  "InputPath",
  "Parameters",
  "Arguments",
  "Branches",
  "ResultSelector",
  "ResultPath",
  "OutputPath",
  "Assign",
  "Output",
  "Retry",
  "Catch",
  "Next",
  "End",
] as const;
