import { parseTaskResource } from "@treadle/asl";

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

/** Reads a `Resource`; undefined when it names nothing that Step Functions can run. */
export function parseResource(arn: string): TaskResource | undefined {
  const parsed = parseTaskResource(arn);
  switch (parsed.kind) {
    case "activity":
      return { kind: "activity", arn, activityName: parsed.name };
    case "lambda":
      return { kind: "lambda", arn, functionName: parsed.functionName };
    case "integration":
      return readService(arn, parsed);
    default:
      return undefined;
  }
}

/** A task token exists: the task's end may be told from outside. */
export function hasTaskToken(resource: TaskResource): boolean {
  return resource.kind === "activity" || (resource.kind === "service" && resource.pattern !== "request-response");
}

/** Only its token ends the task, by itself or as what stands for it here. */
export function waitsForToken(resource: TaskResource): boolean {
  return resource.kind === "activity" || (resource.kind === "service" && resource.pattern === "waitForTaskToken");
}

function readService(
  arn: string,
  { api, pattern, service }: Extract<ReturnType<typeof parseTaskResource>, { kind: "integration" }>,
): TaskResource {
  const [sdkService, sdkAction] = service === "aws-sdk" ? api.split(":") : [];
  const action = sdkAction ?? api;
  return {
    kind: "service",
    arn,
    service: sdkService === undefined ? service : `aws-sdk:${sdkService}`,
    action,
    pattern: pattern === "requestResponse" ? "request-response" : pattern,
    resource: pattern === "requestResponse" ? action : `${action}.${pattern}`,
  };
}
