import { resource } from "../../policy/grant.js";
import { arnOf } from "../machine.js";
import type { TaskCall } from "../task-call.js";

/**
 * The EventBridge rule by which Step Functions learns that a job has ended. A call under another account's role is only
 * polled.
 */
export function allowManagedRule(call: TaskCall, rule: string): void {
  if (call.abroad) return;
  call.allow(
    ["events:DescribeRule", "events:PutRule", "events:PutTargets"],
    [resource(arnOf(call.machine, "events", `rule/${rule}`))],
    "Step Functions waits for the job through a rule that it manages.",
  );
}
