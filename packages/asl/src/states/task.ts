import type { JsonValue } from "../json.js";
import type { Catcher } from "./catcher.js";
import {
  type Assignments,
  commonFieldOrder,
  type Evaluated,
  type JsonataOutput,
  type PathInputOutput,
  type PathResult,
  type PayloadTemplate,
  type StateFields,
  type Transition,
} from "./common.js";
import type { Retrier } from "./retrier.js";

/** The role that Step Functions assumes for this task; not allowed on activities. */
export interface TaskCredentials {
  readonly RoleArn?: Evaluated<string>;
  readonly "RoleArn.$"?: string;
}

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html */
export interface TaskState extends StateFields<"Task">, PathInputOutput, PathResult, JsonataOutput, Transition {
  /** ARN of a Lambda function, of an activity, or of a service integration. */
  readonly Resource: string;
  readonly Credentials?: TaskCredentials;
  /** JSONata only; default: the state's input. Service integrations need it. */
  readonly Arguments?: JsonValue;
  /** JSONPath only. */
  readonly Parameters?: PayloadTemplate;
  /** JSONPath only. */
  readonly ResultSelector?: PayloadTemplate;
  /** Whole seconds for one attempt, 1 to 99,999,999, which is the default too. */
  readonly TimeoutSeconds?: Evaluated<number>;
  /** JSONPath only. */
  readonly TimeoutSecondsPath?: string;
  /** Whole seconds between heartbeats, 1 to 99,999,999, less than the timeout; default none. */
  readonly HeartbeatSeconds?: Evaluated<number>;
  /** JSONPath only. */
  readonly HeartbeatSecondsPath?: string;
  readonly Assign?: Assignments;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

export const taskFieldOrder = [
  ...commonFieldOrder,
  "Resource",
  "Credentials",
  "InputPath",
  "Parameters",
  "Arguments",
  "TimeoutSeconds",
  "TimeoutSecondsPath",
  "HeartbeatSeconds",
  "HeartbeatSecondsPath",
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

export const credentialsFieldOrder = ["RoleArn", "RoleArn.$"] as const;
