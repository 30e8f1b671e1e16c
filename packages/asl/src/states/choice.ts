import type { ChoiceRule } from "./choice-rule.js";
import {
  type Assignments,
  commonFieldOrder,
  type JsonataOutput,
  type PathInputOutput,
  type StateFields,
} from "./common.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html */
export interface ChoiceState extends StateFields<"Choice">, PathInputOutput, JsonataOutput {
  /** At least one; the first that matches decides. */
  readonly Choices: readonly ChoiceRule[];
  /** Where to go when no rule matches; without it the execution fails. */
  readonly Default?: string;
  /** Used with `Default` only: a rule that matches brings its own. */
  readonly Assign?: Assignments;
}

export const choiceFieldOrder = [
  ...commonFieldOrder,
  "InputPath",
  "Choices",
  "Default",
  "OutputPath",
  "Assign",
  "Output",
] as const;
