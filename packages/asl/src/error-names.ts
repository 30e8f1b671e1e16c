/**
 * Error names that begin with `States.`: no other may.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export const statesErrorNames = [
  "States.ALL",
  "States.BranchFailed",
  "States.DataLimitExceeded",
  "States.ExceedToleratedFailureThreshold",
  "States.HeartbeatTimeout",
  "States.Http.Socket",
  "States.IntrinsicFailure",
  "States.ItemReaderFailed",
  "States.NoChoiceMatched",
  "States.ParameterPathFailure",
  "States.Permissions",
  "States.QueryEvaluationError",
  "States.ReferencePathConflict",
  "States.ResultPathMatchFailure",
  "States.ResultWriterFailed",
  "States.Runtime",
  "States.TaskFailed",
  "States.Timeout",
] as const;

export type StatesErrorName = (typeof statesErrorNames)[number] | `States.Http.StatusCode.${number}`;

export function isStatesErrorName(name: string): name is StatesErrorName {
  return (statesErrorNames as readonly string[]).includes(name) || /^States\.Http\.StatusCode\.\d{3}$/.test(name);
}

/** Names that no retrier and no catcher ever matches. */
export const uncatchableErrorNames: readonly string[] = ["States.Runtime"];
