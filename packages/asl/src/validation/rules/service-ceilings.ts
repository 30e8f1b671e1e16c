import { parseTaskResource } from "../../integrations/resource-arn.js";
import { quotas } from "../../quotas.js";
import { isDistributedProcessor, processorOf, type StateVisit } from "../scopes.js";
import type { ValidationContext } from "../validation-context.js";

/** Numbers that AWS accepts, and then does not honour. */
export function serviceCeilings(context: ValidationContext): void {
  for (const visit of context.states) {
    if (visit.type === "Map") checkConcurrency(context, visit);
    if (visit.type === "Task") checkHttpTimeout(context, visit);
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

function checkHttpTimeout(context: ValidationContext, visit: StateVisit): void {
  const { Resource: resource, TimeoutSeconds: seconds } = visit.state as Record<string, unknown>;
  if (typeof resource !== "string" || typeof seconds !== "number" || seconds <= quotas.httpTaskSeconds) return;
  const parsed = parseTaskResource(resource);
  if (parsed.kind !== "integration" || parsed.service !== "http") return;
  context.report("http-timeout", {
    message: `An HTTP task ends after ${quotas.httpTaskSeconds} seconds, before its timeout of ${seconds}.`,
    path: [...visit.path, "TimeoutSeconds"],
  });
}
