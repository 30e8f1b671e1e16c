import { parseTaskResource } from "../../integrations/resource-arn.js";
import { isRecord } from "../../json.js";
import type { ValidationContext } from "../validation-context.js";

/**
 * Arguments of every integration are written in PascalCase, however the service's own API writes them.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html
 */
export function argumentNames(context: ValidationContext): void {
  for (const visit of context.states) {
    const resource = visit.type === "Task" ? visit.state.Resource : undefined;
    if (typeof resource !== "string" || parseTaskResource(resource).kind !== "integration") continue;
    const field = visit.language === "JSONata" ? "Arguments" : "Parameters";
    const given = visit.state[field];
    for (const name of isRecord(given) ? Object.keys(given) : []) {
      if (!/^[a-z]/.test(name)) continue;
      context.report("argument-name-case", {
        message: `Step Functions writes the names of arguments in PascalCase: '${name}' is none that it passes on.`,
        path: [...visit.path, field, name],
        help: `Write "${name[0]!.toUpperCase()}${name.slice(1)}".`,
      });
    }
  }
}
