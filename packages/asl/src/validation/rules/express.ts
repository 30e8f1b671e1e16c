import type { MachineType } from "../../definition.js";
import { parseTaskResource } from "../../integrations/resource-arn.js";
import { isRecord } from "../../json.js";
import { quotas } from "../../quotas.js";
import { processorOf, type ScopeVisit, type StateVisit } from "../scopes.js";
import type { ValidationContext } from "../validation-context.js";

/**
 * Express machines answer at once or not at all: no jobs, no tokens, no activities, no distributed Map, five minutes.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
 */
export function express(context: ValidationContext): void {
  checkMachineTimeout(context);
  for (const visit of context.states) {
    if (executionTypeOf(visit.scope, context.type) !== "EXPRESS") continue;
    checkResource(context, visit);
    checkMode(context, visit);
    checkSeconds(context, visit);
  }
}

function checkMachineTimeout(context: ValidationContext): void {
  const timeout = context.definition.TimeoutSeconds;
  if (context.type !== "EXPRESS" || typeof timeout !== "number" || timeout <= quotas.expressSeconds) return;
  context.report("express-too-long", {
    message: `An Express execution ends after ${quotas.expressSeconds} seconds, before its timeout of ${timeout}.`,
    path: ["TimeoutSeconds"],
  });
}

/** The kind of execution that runs a scope: a distributed Map states it for its children. */
export function executionTypeOf(scope: ScopeVisit, machineType: MachineType): MachineType {
  if (scope.isDistributed) {
    const config = scope.scope.ProcessorConfig;
    return isRecord(config) && config.ExecutionType === "EXPRESS" ? "EXPRESS" : "STANDARD";
  }
  return scope.parent ? executionTypeOf(scope.parent.scope, machineType) : machineType;
}

function checkResource(context: ValidationContext, visit: StateVisit): void {
  const resource = visit.type === "Task" ? visit.state.Resource : undefined;
  if (typeof resource !== "string") return;
  const path = [...visit.path, "Resource"];
  const parsed = parseTaskResource(resource);
  if (parsed.kind === "activity") {
    context.reportSchema("express-integration", {
      message: "Express state machine does not support Activity ARN",
      path,
    });
  }
  if (parsed.kind !== "integration" || parsed.pattern === "requestResponse") return;
  const isToken = parsed.pattern === "waitForTaskToken";
  context.reportSchema("express-integration", {
    // The space after "integration" is AWS's own.
    message: isToken
      ? "Express state machine does not support '.waitForTaskToken' service integration "
      : "Express state machine does not support '.sync' service integration",
    path,
  });
}

function checkMode(context: ValidationContext, visit: StateVisit): void {
  const found = visit.type === "Map" ? processorOf(visit) : undefined;
  const config = found?.processor.ProcessorConfig;
  if (!found || !isRecord(config) || config.Mode !== "DISTRIBUTED") return;
  context.reportSchema("express-distributed-map", {
    message: "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines",
    path: [...found.path, "ProcessorConfig", "Mode"],
  });
}

function checkSeconds(context: ValidationContext, visit: StateVisit): void {
  const timeout = visit.type === "Task" ? visit.state.TimeoutSeconds : undefined;
  if (typeof timeout === "number" && timeout > quotas.expressSeconds) {
    context.report("express-too-long", {
      message: `An Express execution ends after ${quotas.expressSeconds} seconds, before the timeout of ${timeout}.`,
      path: [...visit.path, "TimeoutSeconds"],
    });
  }
  const seconds = visit.type === "Wait" ? visit.state.Seconds : undefined;
  if (typeof seconds !== "number" || seconds < quotas.expressSeconds) return;
  context.report("express-too-long", {
    message: `An Express execution ends after ${quotas.expressSeconds} seconds, so this wait of ${seconds} never does.`,
    path: [...visit.path, "Seconds"],
  });
}
