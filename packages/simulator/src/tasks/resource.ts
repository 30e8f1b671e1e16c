/** What a Task state's `Resource` asks for. */
export type TaskResource =
  | { readonly kind: "lambda"; readonly arn: string; readonly functionName: string }
  | { readonly kind: "activity"; readonly arn: string; readonly activityName: string }
  | {
      readonly kind: "service";
      readonly arn: string;
      /** `lambda`, `sqs`, `aws-sdk:dynamodb`: `resourceType` in the history. */
      readonly service: string;
      /** `invoke`, `sendMessage`. */
      readonly action: string;
      readonly pattern: "request-response" | "sync" | "sync:2" | "waitForTaskToken";
      /** The action with its pattern: `resource` in the history. */
      readonly resource: string;
    };

const SERVICE = /^arn:[^:]+:states:[^:]*:[^:]*:(aws-sdk:[^:]+|[^:]+):([^:.]+)(?:\.(sync:2|sync|waitForTaskToken))?$/;
const ACTIVITY = /^arn:[^:]+:states:[^:]+:[^:]+:activity:(.+)$/;
const LAMBDA = /^arn:[^:]+:lambda:[^:]*:[^:]*:function:([^:]+)(?::.+)?$/;

/** Reads a `Resource`; undefined when it names nothing that Step Functions can run. */
export function parseResource(arn: string): TaskResource | undefined {
  const activity = ACTIVITY.exec(arn);
  if (activity) return { kind: "activity", arn, activityName: activity[1] as string };
  const lambda = LAMBDA.exec(arn);
  if (lambda) return { kind: "lambda", arn, functionName: lambda[1] as string };
  const service = SERVICE.exec(arn);
  if (service === null) return undefined;
  const [, name, action, pattern] = service as unknown as [string, string, string, string | undefined];
  return {
    kind: "service",
    arn,
    service: name,
    action,
    pattern: (pattern ?? "request-response") as "request-response",
    resource: pattern === undefined ? action : `${action}.${pattern}`,
  };
}
