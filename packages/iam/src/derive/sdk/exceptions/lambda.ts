import { allowInvoke } from "../../integrations/lambda.js";
import { arnOf } from "../../machine.js";
import type { TaskCall } from "../../task-call.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html */
export const lambda: SdkExceptions = {
  "lambda:invoke": invokeFunction,
  "lambda:invokeasync": invokeFunction,
};

function invokeFunction(call: TaskCall): void {
  const functions = call.resources("FunctionName", {
    fromName: (name) => arnOf(call.machine, "lambda", `function:${name}`),
    widened: arnOf(call.machine, "lambda", "function:*"),
  });
  allowInvoke(call, functions);
}
