import { resource } from "../../policy/grant.js";
import { arnOf } from "../machine.js";
import type { TaskCall } from "../task-call.js";

/**
 * The machine starts its children as executions of itself, named `<machine>/<label>`.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html
 */
export function deriveDistributedMap(call: TaskCall, label: string | undefined): void {
  const { machine } = call;
  const own = resource(arnOf(machine, "states", `execution:${machine.name}:*`), "every-execution");
  const children = resource(arnOf(machine, "states", `execution:${machine.name}/${label ?? "*"}:*`), "every-execution");
  call.allow(["states:StartExecution"], [resource(machine.arn)], "Starts the children of a distributed Map.");
  call.allow(
    ["states:DescribeExecution", "states:StopExecution"],
    [own, children],
    "Follows the children of a distributed Map, and stops them when it is stopped itself.",
  );
  if (machine.redrive) {
    call.allow(["states:RedriveExecution"], [children], "Redrives the failed children of a distributed Map.");
  }
}
