import { type Resource, resource } from "../../policy/grant.js";
import { arnOf, isArn, substitute } from "../machine.js";
import type { TaskCall } from "../task-call.js";
import type { Integration } from "./integration.js";
import { allowManagedRule } from "./managed-rule.js";
import { allowDeclaredRole, allowPassRole } from "./pass-role.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html */
export const ecs: Integration = {
  service: "ecs",
  actions: { runTask: { patterns: ["sync", "waitForTaskToken"], derive: deriveRunTask } },
};

function deriveRunTask(call: TaskCall): void {
  const definitions = call.resources("TaskDefinition", {
    fromName: (name) => arnOf(call.machine, "ecs", `task-definition/${name}`),
    widened: arnOf(call.machine, "ecs", "task-definition/*"),
  });
  const cluster = call.optionalResources("Cluster", {
    fromName: (name) => arnOf(call.machine, "ecs", `cluster/${name}`),
    widened: arnOf(call.machine, "ecs", "cluster/*"),
  });
  const clusters = cluster.length > 0 ? cluster.map(({ arn }) => arn) : [arnOf(call.machine, "ecs", "cluster/default")];
  const onCluster = { ArnLike: { "ecs:cluster": clusters } };
  const revisions = definitions.flatMap((definition) => everyRevision(call, definition));
  call.allow(["ecs:RunTask"], revisions, "Runs the task.", onCluster);
  deriveRoles(call);
  if (call.pattern !== "sync") return;
  call.allow(
    ["ecs:DescribeTasks", "ecs:StopTask"],
    [resource(arnOf(call.machine, "ecs", "task/*"), "every-execution")],
    "Polls the task it waits for, and stops it when it is stopped itself.",
    onCluster,
  );
  allowManagedRule(call, "StepFunctionsGetEventsForECSTaskRule");
}

/**
 * A family without a revision runs its newest one, which a deployment replaces. A placeholder may stand for either: a
 * reference to a task definition in a template gives it with its revision.
 */
function everyRevision(call: TaskCall, definition: Resource): readonly Resource[] {
  const value = substitute(call.machine, definition.arn);
  if (definition.arn.endsWith("*") || (/:\d+$/.test(value) && isArn(call.machine, value))) return [definition];
  const revisions = resource(`${definition.arn}:*`, "every-version");
  return /^\$\{[^}]+\}$/.test(value) ? [definition, revisions] : [revisions];
}

/** The roles of the task definition are not among the arguments, unless they are overridden. */
function deriveRoles(call: TaskCall): void {
  for (const role of ["TaskRoleArn", "ExecutionRoleArn"]) {
    const overridden = `Overrides.${role}`;
    if (call.has(overridden)) allowPassRole(call, overridden, passedTo, "required");
    else allowDeclaredRole(call, `TaskDefinition.${role}`, `the task definition's ${role}`, passedTo);
  }
}

const passedTo = "ecs-tasks.amazonaws.com";
