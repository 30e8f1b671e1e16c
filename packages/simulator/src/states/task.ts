import { createContextObject } from "../context-object.js";
import { simulatorDiagnostics } from "../diagnostics.js";
import { runtimeFailure, StateFailure } from "../failure.js";
import { evaluateTyped, finishWithResult, readArguments, readEffectiveInput, usesJsonata } from "../fields.js";
import { isJsonObject, type Json } from "../json.js";
import { evaluateTemplate } from "../jsonata/evaluate-template.js";
import { fillTemplate } from "../jsonpath/payload-template.js";
import { readPath } from "../jsonpath/read-path.js";
import type { MaybePromise } from "../maybe-promise.js";
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
  // Nothing comes between a state's entry and its scheduled task, where nothing has to be waited for.
  const read = readArguments(visit, strand);
  const taskArguments = read instanceof Promise ? await read : read;
  checkArguments(resource, taskArguments);
  checkActivity(resource, strand);
  const timeout = readSeconds("TimeoutSeconds", visit, strand);
  const timeoutSeconds = timeout instanceof Promise ? await timeout : timeout;
  const heartbeat = readSeconds("HeartbeatSeconds", visit, strand);
  const heartbeatSeconds = heartbeat instanceof Promise ? await heartbeat : heartbeat;
  const limits = { timeoutSeconds, heartbeatSeconds };
  const granted = readCredentials(visit, strand);
  const credentials = granted instanceof Promise ? await granted : granted;
  const events = new TaskEvents(resource, strand);
  events.scheduled({ arguments: taskArguments, ...limits, roleArn: readRole(credentials) });
  if (strand.within.length > 0) await letOthersBegin(strand);
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

/** Strands that stand at tasks of their own have them scheduled before the first of them starts. @throws Aborted */
async function letOthersBegin({ abort }: Strand): Promise<void> {
  await Promise.resolve();
  abort.throwIfAborted();
}

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

function readSeconds(
  field: "TimeoutSeconds" | "HeartbeatSeconds",
  visit: Visit,
  strand: Strand,
): MaybePromise<number | undefined> {
  const path = visit.state[`${field}Path`];
  if (path === undefined) {
    const value = visit.state[field];
    if (value === undefined || typeof value === "number") return value;
    return evaluateTyped(value, field, "number", visit, strand) as Promise<number>;
  }
  const value = readPath(path, createTemplateScope(readEffectiveInput(visit, strand), visit, strand));
  if (typeof value === "number" && Number.isInteger(value) && value > 0) return value;
  throw runtimeFailure(
    `The ${field}Path parameter does not reference a positive whole number: ${path} == ${JSON.stringify(value)}`,
  );
}

function readCredentials(visit: Visit, strand: Strand): MaybePromise<Json | undefined> {
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
