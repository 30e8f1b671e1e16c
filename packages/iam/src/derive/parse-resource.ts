import { type Machine, substitute } from "./machine.js";
import type { CallPattern } from "./task-call.js";

/** What a Task's Resource is. */
export type TaskResource =
  | { readonly kind: "integration"; readonly service: string; readonly action: string; readonly pattern: CallPattern }
  | { readonly kind: "sdk"; readonly service: string; readonly action: string; readonly pattern: CallPattern }
  | { readonly kind: "activity" }
  | { readonly kind: "function"; readonly arn: string }
  | { readonly kind: "unknown" };

/** Between colons, where placeholders of CloudFormation (`${…}`) and of the Serverless Framework (`#{…}`) may stand. */
const part = String.raw`(?:[$#]\{[^}]+\}|[^:$#])*`;
const integration = new RegExp(
  `^arn:${part}:states:${part}:${part}:(?:(aws-sdk):)?([a-z0-9-]+):([A-Za-z0-9]+)(?:\\.(sync|sync:2|waitForTaskToken))?$`,
);
const activity = new RegExp(`^arn:${part}:states:${part}:${part}:activity:.+$`);
const lambdaFunction = new RegExp(`^arn:${part}:lambda:${part}:${part}:function:.+$`);

export function parseResource(resource: string): TaskResource {
  if (activity.test(resource)) return { kind: "activity" };
  if (lambdaFunction.test(resource)) return { kind: "function", arn: resource };
  const match = integration.exec(resource);
  if (match === null) return { kind: "unknown" };
  const pattern = match[4] === "sync:2" ? "sync" : ((match[4] as CallPattern | undefined) ?? "request");
  return { kind: match[1] ? "sdk" : "integration", service: match[2]!, action: match[3]!, pattern };
}

/** As `parseResource`; a Resource that is a placeholder is what its value, or its kind, says. */
export function resolveResource(written: string, machine: Machine): TaskResource {
  const placeholder = /^\$\{([^}]+)\}$/.exec(written)?.[1];
  if (placeholder !== undefined) {
    const kind = machine.kinds.get(placeholder);
    if (kind === "lambda-function-arn") return { kind: "function", arn: written };
    if (kind === "activity-arn") return { kind: "activity" };
  }
  const parsed = parseResource(written);
  return parsed.kind === "unknown" ? parseResource(substitute(machine, written)) : parsed;
}
