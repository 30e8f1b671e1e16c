import { resource } from "../../../policy/grant.js";
import { derivePutEvents } from "../../integrations/events.js";
import { arnOf } from "../../machine.js";
import type { TaskCall } from "../../task-call.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

const ruleActions = [
  "DeleteRule",
  "DescribeRule",
  "DisableRule",
  "EnableRule",
  "ListTargetsByRule",
  "PutRule",
  "PutTargets",
  "RemoveTargets",
];

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-manage-iam-access.html */
export const events: SdkExceptions = {
  "events:putevents": derivePutEvents,
  ...Object.fromEntries(ruleActions.map((name) => [`events:${name.toLowerCase()}`, (call) => onRule(call, name)])),
};

/** Rules of the default bus have no bus in their ARN. */
function onRule(call: TaskCall, action: string): void {
  const argument = call.has("Rule") ? "Rule" : "Name";
  const buses = call.texts("EventBusName").map(({ pattern }) => pattern.replace(/^.*event-bus\//, ""));
  const paths = buses.length === 0 ? [""] : buses.map((bus) => (bus === "default" ? "" : `${bus}/`));
  const resources = paths.flatMap((path) =>
    call
      .resources(argument, {
        fromName: (name) => arnOf(call.machine, "events", `rule/${path}${name}`),
        widened: arnOf(call.machine, "events", `rule/${path}*`),
      })
      .map(({ arn, wildcard }) => resource(arn, wildcard ?? "dynamic-value")),
  );
  call.allow([`events:${action}`], resources, "Works on the rule.");
}
