import { findOptimisedIntegration } from "../../integrations/optimised-integrations.js";
import { parseTaskResource } from "../../integrations/resource-arn.js";
import { isRecord } from "../../json.js";
import type { ValidationContext } from "../validation-context.js";

/**
 * Service integrations get their arguments: those that AWS checks beforehand are there, and those that it sets itself are not.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
export function integrationArguments(context: ValidationContext): void {
  for (const visit of context.states) {
    const resource = visit.type === "Task" ? visit.state.Resource : undefined;
    if (typeof resource !== "string" || visit.isDowngraded) continue;
    const parsed = parseTaskResource(resource);
    if (parsed.kind !== "integration") continue;
    const field = visit.language === "JSONata" ? "Arguments" : "Parameters";
    if (!Object.hasOwn(visit.state, field)) {
      // Given in the other language's field, it is that field which is wrong.
      if (Object.hasOwn(visit.state, field === "Arguments" ? "Parameters" : "Arguments")) continue;
      context.reportSchema("missing-arguments", {
        message: `${field} field is required for resource ARN: ${resource}`,
        path: visit.path,
      });
      continue;
    }
    const given = visit.state[field];
    const integration = findOptimisedIntegration(parsed.service, parsed.api);
    if (!isRecord(given) || !integration?.patterns.includes(parsed.pattern)) continue;
    const isGiven = (name: string): boolean =>
      Object.hasOwn(given, name) || (visit.language === "JSONPath" && Object.hasOwn(given, `${name}.$`));
    const path = [...visit.path, field];
    for (const name of integration.required ?? []) {
      if (isGiven(name)) continue;
      context.reportSchema("missing-arguments", { message: `The field '${name}' is required but was missing`, path });
    }
    for (const name of (parsed.pattern === "sync" && integration.reservedInSync) || []) {
      if (!isGiven(name)) continue;
      context.reportSchema("unsupported-field", {
        message: `The field '${name}' is not supported by Step Functions`,
        path,
        help: `With .sync, ${parsed.service}:${parsed.api} sets it itself.`,
      });
    }
    for (const names of integration.expected ?? []) {
      if (names.split("|").some(isGiven)) continue;
      context.report("incomplete-arguments", {
        message: `${parsed.service}:${parsed.api} needs ${names.replaceAll("|", " or ")}: the service refuses a call without it.`,
        path,
      });
    }
  }
}
