import type { ValidationContext } from "../validation-context.js";

/**
 * A heartbeat longer than the attempt could never be missed (States Language, Task State).
 *
 * @see https://states-language.net/spec.html#task-state
 */
export function heartbeat(context: ValidationContext): void {
  for (const visit of context.states) {
    const { HeartbeatSeconds: beat, TimeoutSeconds: timeout } = visit.state as Record<string, unknown>;
    if (visit.type !== "Task" || typeof beat !== "number" || typeof timeout !== "number" || beat < timeout) continue;
    context.reportSchema("heartbeat-not-below-timeout", {
      message: `'HeartbeatSeconds' must be smaller than 'TimeoutSeconds', but ${beat} is not smaller than ${timeout}`,
      path: [...visit.path, "HeartbeatSeconds"],
    });
  }
}
