/** Names of Step Functions' history events that a simulated execution can record. */
export type HistoryEventType =
  | `${"Choice" | "Fail" | "Map" | "Parallel" | "Pass" | "Succeed" | "Task" | "Wait"}StateEntered`
  | `${"Choice" | "Map" | "Parallel" | "Pass" | "Succeed" | "Task" | "Wait"}StateExited`
  | `${"Map" | "Parallel"}State${"Started" | "Succeeded" | "Failed"}`
  | `${"Map" | "Parallel" | "Task" | "Wait"}StateAborted`
  | `MapIteration${"Started" | "Succeeded" | "Failed" | "Aborted"}`
  | `MapRun${"Started" | "Succeeded" | "Failed" | "Aborted" | "Redriven"}`
  | `Execution${"Started" | "Succeeded" | "Failed" | "TimedOut" | "Aborted"}`
  | `Task${"Scheduled" | "Started" | "Submitted" | "Succeeded" | "Failed" | "TimedOut"}`
  | `LambdaFunction${"Scheduled" | "Started" | "Succeeded" | "Failed" | "TimedOut"}`
  | `Activity${"Scheduled" | "Started" | "Succeeded" | "Failed" | "TimedOut"}`
  | "EvaluationFailed"
  | "ExecutionRedriven";

/** Whether Step Functions cut a payload in the history; the simulator never does. */
export interface PayloadDetails {
  readonly truncated: boolean;
}

/**
 * The details of all events, under the names that `GetExecutionHistory` gives them. Payloads are JSON texts.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
 */
export interface HistoryEventDetails {
  readonly name?: string;
  readonly input?: string;
  readonly inputDetails?: PayloadDetails;
  readonly output?: string;
  readonly outputDetails?: PayloadDetails;
  readonly assignedVariables?: Readonly<Record<string, string>>;
  readonly assignedVariablesDetails?: PayloadDetails;
  readonly error?: string;
  readonly cause?: string;
  readonly roleArn?: string;
  readonly resourceType?: string;
  readonly resource?: string;
  readonly region?: string;
  readonly parameters?: string;
  readonly timeoutInSeconds?: number;
  readonly heartbeatInSeconds?: number;
  readonly taskCredentials?: { readonly roleArn: string };
  readonly workerName?: string;
  readonly length?: number;
  readonly index?: number;
  readonly mapRunArn?: string;
  readonly location?: string;
  readonly state?: string;
  readonly redriveCount?: number;
}

/** Where an event's details stand in the answer of `GetExecutionHistory`. */
export type DetailsField = `${string}EventDetails`;

/** One event, in the shape of `GetExecutionHistory`. Its details stand in the field that its type names. */
export interface HistoryEvent {
  readonly timestamp: Date;
  readonly type: HistoryEventType;
  readonly id: number;
  readonly previousEventId: number;
  readonly [details: DetailsField]: HistoryEventDetails;
}

const detailsFields = new Map<HistoryEventType, DetailsField>();

/** All Entered and all Exited events share a field; the others have one by their own name. */
export function nameDetailsField(type: HistoryEventType): DetailsField {
  let field = detailsFields.get(type);
  if (field === undefined) {
    field = makeDetailsField(type);
    detailsFields.set(type, field);
  }
  return field;
}

function makeDetailsField(type: HistoryEventType): DetailsField {
  if (type.endsWith("StateEntered")) return "stateEnteredEventDetails";
  if (type.endsWith("StateExited")) return "stateExitedEventDetails";
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}
