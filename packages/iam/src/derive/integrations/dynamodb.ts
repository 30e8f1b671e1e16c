import { arnOf } from "../machine.js";
import type { NamedResource, TaskCall } from "../task-call.js";
import type { Integration, IntegrationAction } from "./integration.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html */
export const dynamodb: Integration = {
  service: "dynamodb",
  actions: Object.fromEntries(
    ["GetItem", "PutItem", "UpdateItem", "DeleteItem"].map((name): [string, IntegrationAction] => [
      name.charAt(0).toLowerCase() + name.slice(1),
      {
        derive: (call) =>
          call.allow([`dynamodb:${name}`], call.resources("TableName", tableNaming(call)), "Works on the table."),
      },
    ]),
  ),
};

/** How an argument names a table. */
export function tableNaming(call: TaskCall): NamedResource {
  return {
    fromName: (name) => arnOf(call.machine, "dynamodb", `table/${name}`),
    widened: arnOf(call.machine, "dynamodb", "table/*"),
  };
}
