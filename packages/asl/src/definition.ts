import type { QueryLanguage } from "./query-language.js";
import type { ChoiceState } from "./states/choice.js";
import type { FailState } from "./states/fail.js";
import type { ItemProcessorOf, MapStateOf } from "./states/map.js";
import type { ParallelStateOf } from "./states/parallel.js";
import type { PassState } from "./states/pass.js";
import type { StateScope } from "./states/scope.js";
import type { SucceedState } from "./states/succeed.js";
import type { TaskState } from "./states/task.js";
import type { WaitState } from "./states/wait.js";

export interface MapState extends MapStateOf<State> {}
export interface ParallelState extends ParallelStateOf<State> {}
export interface ItemProcessor extends ItemProcessorOf<State> {}
export interface Branch extends StateScope<State> {}

export type State =
  | TaskState
  | PassState
  | WaitState
  | ChoiceState
  | SucceedState
  | FailState
  | ParallelState
  | MapState;

export type StateType = State["Type"];

export type MachineType = "STANDARD" | "EXPRESS";

/**
 * A state machine in Amazon States Language.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html
 */
export interface StateMachineDefinition extends StateScope<State> {
  readonly Version?: "1.0";
  /** Default `JSONPath`. */
  readonly QueryLanguage?: QueryLanguage;
  /** Whole seconds for one execution, 0 to 99,999,999; default: no limit but the service's own. */
  readonly TimeoutSeconds?: number;
}

export const definitionFieldOrder = [
  "Comment",
  "QueryLanguage",
  "Version",
  "TimeoutSeconds",
  "StartAt",
  "States",
] as const;
