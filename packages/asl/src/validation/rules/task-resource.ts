import {
  findOptimisedIntegration,
  optimisedIntegrations,
  optimisedIntegrationsOf,
} from "../../integrations/optimised-integrations.js";
import { parseTaskResource, type TaskResource } from "../../integrations/resource-arn.js";
import type { Path } from "../path.js";
import type { ValidationContext } from "../validation-context.js";

type Integration = Extract<TaskResource, { kind: "integration" }>;

/**
 * A Task's `Resource` is an ARN of a function, an activity, or an integration that exists with that pattern.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html
 */
export function taskResource(context: ValidationContext): void {
  for (const visit of context.states) {
    const resource = visit.type === "Task" ? visit.state.Resource : undefined;
    if (typeof resource !== "string") continue;
    const path = [...visit.path, "Resource"];
    const parsed = parseTaskResource(resource);
    if (parsed.kind === "invalid") {
      context.reportSchema("invalid-resource", { message: "Value is not a valid resource ARN", path });
    } else if (parsed.kind === "integration") {
      checkIntegration(context, resource, parsed, path);
    }
  }
}

function checkIntegration(context: ValidationContext, resource: string, parsed: Integration, path: Path): void {
  const help = explainIntegration(context, parsed);
  if (help === undefined) return;
  context.reportSchema("unknown-integration", {
    message: `The resource provided ${resource} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.`,
    path,
    help,
  });
}

/** Why the integration does not exist; undefined when it does. */
function explainIntegration(context: ValidationContext, { service, api, pattern }: Integration): string | undefined {
  if (`${service}${api}`.includes("${")) return undefined;
  if (service === "aws-sdk") {
    if (!/^[a-z0-9]+:[a-z][A-Za-z0-9]*$/.test(api)) return "An SDK integration is written aws-sdk:<service>:<action>.";
    return pattern === "sync" || pattern === "sync:2" ? "SDK integrations cannot wait for a job." : undefined;
  }
  const known = optimisedIntegrationsOf(service);
  if (!known) {
    return `No optimised integration is called "${service}".${nearest(context, service, optimisedIntegrations)} Others are reached as aws-sdk:<service>:<action>.`;
  }
  const integration = findOptimisedIntegration(service, api);
  if (!integration) {
    return `${service} has no optimised action "${api}".${nearest(context, api, known)} Others are reached as aws-sdk:${service}:${api}.`;
  }
  if (integration.patterns.includes(pattern)) return undefined;
  const patterns = integration.patterns.filter((each) => each !== "requestResponse").map((each) => `.${each}`);
  return patterns.length === 0
    ? `${service}:${api} takes no suffix.`
    : `${service}:${api} takes no suffix, or ${patterns.join(" or ")}.`;
}

function nearest(context: ValidationContext, name: string, known: object): string {
  const near = context.suggest(name, Object.keys(known));
  return near === undefined ? "" : ` ${near}`;
}
