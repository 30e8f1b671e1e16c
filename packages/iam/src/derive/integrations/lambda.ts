import { type Resource, resource } from "../../policy/grant.js";
import { arnOf, substitute } from "../machine.js";
import type { ArgumentText, TaskCall } from "../task-call.js";
import type { Integration } from "./integration.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html */
export const lambda: Integration = {
  service: "lambda",
  actions: {
    invoke: {
      patterns: ["waitForTaskToken"],
      derive: (call) => {
        const functions = call.resources("FunctionName", {
          fromName: (name) => functionArn(call, name),
          widened: arnOf(call.machine, "lambda", "function:*"),
        });
        allowInvoke(call, functions);
      },
    },
  },
};

/** A Task whose Resource is the function itself. */
export function deriveFunctionResource(call: TaskCall, arn: ArgumentText): void {
  allowInvoke(call, [resource(arn.pattern, arn.wildcard)]);
}

/** `…:function:charge:live`, or a placeholder that stands for the function before the qualifier. */
const qualifiedFunction = /(?::function:(?:\$\{[^}]*\}|[^:${])+|^\$\{[^}]*\}):[^:]+$/;

/**
 * The function and its versions and aliases: executions in flight may still name an older version after a deployment. A
 * function written with its qualifier is that version or alias alone.
 */
export function allowInvoke(call: TaskCall, functions: readonly Resource[]): void {
  for (const target of functions) {
    const qualified =
      target.arn.endsWith("*") ||
      [target.arn, substitute(call.machine, target.arn)].some((arn) => qualifiedFunction.test(arn));
    const resources = qualified ? [target] : [target, resource(`${target.arn}:*`, "every-version")];
    call.allow(["lambda:InvokeFunction"], resources, "Invokes the function.");
  }
}

/** A function's name may carry a qualifier (`charge:live`) or an account (`111122223333:function:charge`). */
function functionArn(call: TaskCall, name: string): string {
  const { partition, region } = call.machine;
  if (/^\d{12}:function:/.test(name)) return `arn:${partition}:lambda:${region}:${name}`;
  return arnOf(call.machine, "lambda", `function:${name}`);
}
