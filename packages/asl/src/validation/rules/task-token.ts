import { parseTaskResource } from "../../integrations/resource-arn.js";
import type { StateVisit } from "../scopes.js";
import type { ValidationContext } from "../validation-context.js";

/**
 * A task token exists where a task's work goes on behind its call, and is handed to whom the task waits for (Context object,
 * `Task.Token`).
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html
 */
export function taskToken(context: ValidationContext): void {
  for (const visit of context.states) {
    const resource = visit.type === "Task" ? visit.state.Resource : undefined;
    if (typeof resource !== "string") continue;
    const parsed = parseTaskResource(resource);
    if (parsed.kind !== "integration" && parsed.kind !== "lambda") continue;
    const field = visit.language === "JSONata" ? "Arguments" : "Parameters";
    if (parsed.kind !== "integration" || parsed.pattern === "requestResponse") {
      reportAbsentToken(context, visit, field);
      continue;
    }
    // A `.sync` task has a token, but needs nobody to send it.
    if (parsed.pattern !== "waitForTaskToken") continue;
    if (visit.isDowngraded || !Object.hasOwn(visit.state, field) || readsContext(visit, field)) continue;
    const token = visit.language === "JSONata" ? "$states.context.Task.Token" : "$$.Task.Token";
    context.report("token-not-passed", {
      message: `The task waits for its token to come back, but ${field} hands it to nobody.`,
      path: [...visit.path, field],
      help: `Pass ${token} along.`,
    });
  }
}

/** Without a token, the path to it leads nowhere, and the state fails. */
function reportAbsentToken(context: ValidationContext, visit: StateVisit, field: string): void {
  if (visit.isDowngraded) return;
  const isRead = visit.language === "JSONata" ? /\$states\.context\.Task\b/ : /\$\$\.Task\b/;
  if (!hasText(visit.state[field], isRead)) return;
  context.report("token-not-there", {
    message: "The task reads a task token, but ends with its call, so it has none.",
    path: [...visit.path, field],
    help: "Let its Resource end in .waitForTaskToken.",
  });
}

/** Whether a text in a payload matches. */
function hasText(payload: unknown, wanted: RegExp): boolean {
  if (typeof payload === "string") return wanted.test(payload);
  return (
    typeof payload === "object" && payload !== null && Object.values(payload).some((part) => hasText(part, wanted))
  );
}

/** The token is read from the context object, by itself or as a part of it. */
function readsContext(visit: StateVisit, field: string): boolean {
  return hasText(visit.state[field], visit.language === "JSONata" ? /context|\$states(?!\.)/ : /\$\$/);
}
