import { parseTaskResource } from "../../integrations/resource-arn.js";
import { quotas } from "../../quotas.js";
import { isDistributedProcessor, processorOf, type StateVisit } from "../scopes.js";
import type { ValidationContext } from "../validation-context.js";

/**
 * Numbers that AWS accepts, and then does not honour.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export function serviceCeilings(context: ValidationContext): void {
  for (const visit of context.states) {
    if (visit.type === "Map") checkConcurrency(context, visit);
    if (visit.type === "Task") checkTimeout(context, visit);
  }
}

function checkConcurrency(context: ValidationContext, visit: StateVisit): void {
  const wanted = visit.state.MaxConcurrency;
  const isDistributed = isDistributedProcessor(processorOf(visit)?.processor);
  const ceiling = isDistributed ? quotas.distributedMapConcurrency : quotas.inlineMapConcurrency;
  if (typeof wanted !== "number" || wanted <= ceiling) return;
  context.report("concurrency-above-quota", {
    message: `${isDistributed ? "A distributed" : "An inline"} Map runs at most ${ceiling} iterations at once, not ${wanted}.`,
    path: [...visit.path, "MaxConcurrency"],
  });
}

function checkTimeout(context: ValidationContext, visit: StateVisit): void {
  const { Resource: resource, TimeoutSeconds: seconds } = visit.state as Record<string, unknown>;
  if (typeof resource !== "string" || typeof seconds !== "number") return;
  const parsed = parseTaskResource(resource);
  if (parsed.kind !== "integration") return;
  const path = [...visit.path, "TimeoutSeconds"];
  if (parsed.service === "http" && seconds > quotas.httpTaskSeconds) {
    context.report("http-timeout", {
      message: `An HTTP task ends after ${quotas.httpTaskSeconds} seconds, before its timeout of ${seconds}.`,
      path,
    });
  }
  if (parsed.service === "bedrockagentcore" && seconds > quotas.harnessTaskSeconds) {
    context.report("harness-timeout", {
      message: `A harness task ends after ${quotas.harnessTaskSeconds} seconds, before its timeout of ${seconds}.`,
      path,
    });
  }
}
