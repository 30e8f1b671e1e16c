import { parseTaskResource } from "../../integrations/resource-arn.js";
import { isRecord } from "../../json.js";
import type { ValidationContext } from "../validation-context.js";

/**
 * `Credentials` name a role, and activities, which call nothing, have none.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html
 */
export function credentials(context: ValidationContext): void {
  for (const visit of context.states) {
    const value = visit.type === "Task" ? visit.state.Credentials : undefined;
    if (value === undefined) continue;
    const path = [...visit.path, "Credentials"];
    if (isRecord(value) && !Object.hasOwn(value, "RoleArn") && !Object.hasOwn(value, "RoleArn.$")) {
      context.reportSchema("missing-role-arn", { message: "The field 'RoleArn' is required but was missing", path });
    }
    const resource = visit.state.Resource;
    if (typeof resource === "string" && parseTaskResource(resource).kind === "activity") {
      context.reportSchema("credentials-on-activity", {
        message: "The field 'Credentials' is not supported for activities",
        path,
      });
    }
  }
}
