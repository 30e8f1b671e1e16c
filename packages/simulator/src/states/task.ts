import { createContextObject } from "../context-object.js";
import { simulatorDiagnostics } from "../diagnostics.js";
import { runtimeFailure, StateFailure } from "../failure.js";
import { evaluateTyped, finishWithResult, readArguments, readEffectiveInput, usesJsonata } from "../fields.js";
import { isJsonObject, type Json } from "../json.js";
import { evaluateTemplate } from "../jsonata/evaluate-template.js";
import { fillTemplate } from "../jsonpath/payload-template.js";
import { readPath } from "../jsonpath/read-path.js";
import { describePayloadExcess, exceedsPayloadLimit } from "../payload-limit.js";
import { createExpressionScope, createTemplateScope } from "../scopes.js";
import { SimulationRefused } from "../simulation-refused.js";
import { inspect, type StateHandler, type Strand, type Visit } from "../strand.js";
import { checkActivity } from "../tasks/check-activity.js";
import { checkArguments } from "../tasks/check-arguments.js";
import { hasTaskToken, parseResource, type TaskResource } from "../tasks/resource.js";
import { type AwakeRequest, runTaskRequest } from "../tasks/run-task-request.js";
import { TaskEvents } from "../tasks/task-events.js";

export const runTask: StateHandler = async (visit, strand) => {
  const resource = readResource(visit);
  if (hasTaskToken(resource)) visit.taskToken = createToken(strand);
  const taskArguments = await readArguments(visit, strand);
  checkArguments(resource, taskArguments);
  checkActivity(resource, strand);
  const limits = {
    timeoutSeconds: await readSeconds("TimeoutSeconds", visit, strand),
    heartbeatSeconds: await readSeconds("HeartbeatSeconds", visit, strand),
  };
  const credentials = await readCredentials(visit, strand);
  const events = new TaskEvents(resource, strand);
  events.scheduled({ arguments: taskArguments, ...limits, roleArn: readRole(credentials) });
  const request: AwakeRequest = {
    stateName: visit.name,
    resource,
    arguments: taskArguments,
    attempt: visit.retryCount,
    invocation: strand.run.tasks.countInvocation(visit.name),
    context: createContextObject(visit, strand),
    ...(visit.taskToken !== undefined && { taskToken: visit.taskToken }),
    ...(credentials !== undefined && { credentials }),
    ...(limits.timeoutSeconds !== undefined && { timeoutSeconds: limits.timeoutSeconds }),
    ...(limits.heartbeatSeconds !== undefined && { heartbeatSeconds: limits.heartbeatSeconds }),
    nowMs: () => strand.run.clock.now(),
  };
  const output = await runTaskRequest(request, events, visit, strand);
  limitResult(output, resource, events, strand);
  events.succeeded(output);
  inspect(visit, "result", output);
  return finishWithResult(output, visit, strand);
};

function readResource(visit: Visit): TaskResource {
  const text = visit.state.Resource ?? "";
  const resource = parseResource(text);
  if (resource !== undefined) return resource;
  // A placeholder without a value most often stands for a function's ARN.
  if (/^\$\{.+\}$/.test(text)) return { kind: "lambda", arn: text, functionName: text };
  throw new SimulationRefused(
    simulatorDiagnostics["invalid-definition"]({ problem: `state "${visit.name}" has the Resource "${text}"` }),
  );
}

function createToken(strand: Strand): string {
  return Buffer.from(`${strand.run.ids.executionName} ${strand.run.random.nextUuid()}`).toString("base64");
}

async function readSeconds(
  field: "TimeoutSeconds" | "HeartbeatSeconds",
  visit: Visit,
  strand: Strand,
): Promise<number | undefined> {
  const path = visit.state[`${field}Path`];
  if (path === undefined) {
    const value = visit.state[field];
    if (value === undefined || typeof value === "number") return value;
    return (await evaluateTyped(value, field, "number", visit, strand)) as number;
  }
  const value = readPath(path, createTemplateScope(readEffectiveInput(visit, strand), visit, strand));
  if (typeof value === "number" && Number.isInteger(value) && value > 0) return value;
  throw runtimeFailure(
    `The ${field}Path parameter does not reference a positive whole number: ${path} == ${JSON.stringify(value)}`,
  );
}

async function readCredentials(visit: Visit, strand: Strand): Promise<Json | undefined> {
  const { Credentials } = visit.state;
  if (Credentials === undefined) return undefined;
  return usesJsonata(visit, strand)
    ? evaluateTemplate(Credentials, "Credentials", createExpressionScope(visit, strand))
    : fillTemplate(Credentials, createTemplateScope(readEffectiveInput(visit, strand), visit, strand));
}

function readRole(credentials: Json | undefined): string | undefined {
  const role = isJsonObject(credentials) ? credentials.RoleArn : undefined;
  return typeof role === "string" ? role : undefined;
}

/** A result that is too large fails the task, so that catchers see it. */
function limitResult(output: Json, resource: TaskResource, events: TaskEvents, strand: Strand): void {
  if (!exceedsPayloadLimit(output, strand.run.history)) return;
  const cause = describePayloadExcess(resource.kind === "service" ? resource.service : resource.arn);
  events.failed("States.DataLimitExceeded", cause);
  throw new StateFailure("States.DataLimitExceeded", cause);
}
