/** Whether a name in `ErrorEquals` covers an error. */
export function matchesError(name: string, error: string | undefined): boolean {
  switch (name) {
    case "States.ALL":
      return true;
    case "States.TaskFailed":
      return error !== "States.Timeout";
    case "States.Timeout":
      return error === "States.Timeout" || error === "States.HeartbeatTimeout";
    default:
      return name === error;
  }
}
