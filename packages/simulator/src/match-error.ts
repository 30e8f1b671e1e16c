/** Whether a name in `ErrorEquals` covers an error, which may have a second name. */
export function matchesError(name: string, error: string | undefined, alias?: string): boolean {
  switch (name) {
    case "States.ALL":
      return true;
    case "States.TaskFailed":
      return error !== "States.Timeout" && error !== "States.QueryEvaluationError";
    case "States.Timeout":
      return error === "States.Timeout" || error === "States.HeartbeatTimeout";
    default:
      return name === error || name === alias;
  }
}
