import { type Resource, resource } from "../../policy/grant.js";
import { namePlaceholder } from "../derived-placeholders.js";
import { arnOf, substitute } from "../machine.js";
import type { TaskCall } from "../task-call.js";
import type { Integration } from "./integration.js";
import { allowManagedRule } from "./managed-rule.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html */
export const states: Integration = {
  service: "states",
  actions: {
    startExecution: {
      patterns: ["sync", "waitForTaskToken"],
      derive: (call) => {
        const machines = call.resources("StateMachineArn", {
          widened: arnOf(call.machine, "states", "stateMachine:*"),
        });
        call.allow(["states:StartExecution"], machines, "Starts the state machine.");
        if (call.pattern !== "sync") return;
        const executions = machines.map((machine) => executionsOf(call, machine));
        call.allow(
          ["states:DescribeExecution", "states:StopExecution"],
          executions,
          "Polls the execution it waits for, and stops it when it is stopped itself.",
        );
        allowManagedRule(call, "StepFunctionsGetEventsForStepFunctionsExecutionRule");
      },
    },
  },
};

/** Every execution of a machine, by the machine's name without version or alias. */
function executionsOf(call: TaskCall, machine: Resource): Resource {
  return resource(executionArn(call, machine.arn), machine.wildcard ?? "every-execution");
}

function executionArn(call: TaskCall, arn: string): string {
  const direct = executionPattern(arn);
  if (direct !== undefined) return direct;
  const value = substitute(call.machine, arn);
  const known = executionPattern(value);
  if (known !== undefined) return known;
  const placeholder = /^\$\{([^}]+)\}/.exec(value)?.[1];
  const name = placeholder === undefined ? "*" : `\${${namePlaceholder(placeholder)}}`;
  return arnOf(call.machine, "states", `execution:${name}:*`);
}

function executionPattern(arn: string): string | undefined {
  const parts = /^(arn:.*):stateMachine:((?:\$\{[^}]*\}|[^:${])+)(?::.*)?$/.exec(arn);
  if (parts === null) return undefined;
  return parts[2] === "*" ? `${parts[1]}:execution:*` : `${parts[1]}:execution:${parts[2]}:*`;
}
