import { isJsonObject, type Json } from "../json.js";
import type { TaskResource } from "../tasks/resource.js";

/** What a service's answer may hold: the type of a field, a list, or an object's known fields. */
type Shape =
  | "any"
  | "number"
  | "string"
  | { readonly list: Shape }
  | { readonly fields: Readonly<Record<string, Shape>> };

/** Answers of optimised integrations, by service and action; of the others no shape is known here. */
const shapes: Readonly<Record<string, Shape>> = {
  "events:putEvents": {
    fields: {
      Entries: { list: { fields: { ErrorCode: "string", ErrorMessage: "string", EventId: "string" } } },
      FailedEntryCount: "number",
    },
  },
  "lambda:invoke": {
    fields: {
      ExecutedVersion: "string",
      FunctionError: "string",
      LogResult: "string",
      Payload: "any",
      StatusCode: "number",
    },
  },
  "sns:publish": { fields: { MessageId: "string", SequenceNumber: "string" } },
  "sqs:sendMessage": {
    fields: {
      MD5OfMessageAttributes: "string",
      MD5OfMessageBody: "string",
      MD5OfMessageSystemAttributes: "string",
      MessageId: "string",
      SequenceNumber: "string",
    },
  },
  "states:startExecution": { fields: { ExecutionArn: "string", StartDate: "string" } },
};

/** Compares a mocked result with what is known of the service's answer, as TestState does. */
export function checkMockShape(
  resource: TaskResource | undefined,
  result: Json,
  refuse: (message: string) => never,
): void {
  if (resource?.kind !== "service" || resource.pattern !== "request-response") return;
  const shape = shapes[`${resource.service}:${resource.action}`];
  const problem = shape && findProblem(shape, result, "result");
  if (problem !== undefined) refuse(`Mock result schema validation error: ${problem}`);
}

function findProblem(shape: Shape, value: Json, field: string): string | undefined {
  if (shape === "any") return undefined;
  if (typeof shape === "string") {
    return typeof value === shape ? undefined : `Field '${field}' must be a ${shape}`;
  }
  if ("list" in shape) {
    if (!Array.isArray(value)) return `Field '${field}' must be an array`;
    return firstProblem(value.map((item) => findProblem(shape.list, item, field)));
  }
  if (!isJsonObject(value)) return `Field '${field}' must be an object`;
  return firstProblem(
    Object.entries(value).map(([name, inner]) => {
      const known = shape.fields[name];
      return known && findProblem(known, inner, name);
    }),
  );
}

function firstProblem(problems: readonly (string | undefined)[]): string | undefined {
  return problems.find((problem) => problem !== undefined);
}
