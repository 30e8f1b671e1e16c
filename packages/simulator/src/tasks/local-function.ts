import { isJsonObject, type Json } from "../json.js";
import type { LocalFunction, TaskRequest } from "../options.js";
import type { SeededRandom } from "../random.js";
import type { SettledOutcome } from "./task-resolver.js";

/** The function that a task calls, as its resource or its arguments name it; undefined when it calls none. */
export function readFunctionReference({ resource, arguments: args }: TaskRequest): string | undefined {
  if (resource.kind === "lambda") return resource.arn;
  if (resource.kind !== "service" || resource.service !== "lambda" || resource.action !== "invoke") return undefined;
  const name = isJsonObject(args) ? args.FunctionName : undefined;
  return typeof name === "string" ? name : undefined;
}

/** Names under which a function may have been given: as written, its placeholder, its ARN without qualifier, its name. */
export function listFunctionNames(reference: string, placeholderNames: readonly string[]): string[] {
  const names = [reference, ...placeholderNames];
  const arn = /^arn:[^:]+:lambda:[^:]*:[^:]*:function:[^:]+/.exec(reference)?.[0];
  if (arn !== undefined) names.push(arn);
  names.push(readFunctionName(reference));
  return names;
}

/** The bare name in a function's name, partial ARN or ARN, without its version or alias; of a placeholder, its name. */
export function readFunctionName(reference: string): string {
  const parts = /(?:^|:function:)(?:\$\{([^}]+)\}|([A-Za-z0-9_-]+))(?::[^:]+)?$/.exec(reference);
  return parts?.[1] ?? parts?.[2] ?? reference;
}

/** Calls a local function as Lambda would: JSON in, JSON out, errors by name. */
export async function callLocalFunction(
  run: LocalFunction,
  request: TaskRequest,
  random: SeededRandom,
): Promise<SettledOutcome> {
  const wrapped = request.resource.kind === "service";
  const payload = wrapped
    ? isJsonObject(request.arguments)
      ? request.arguments.Payload
      : undefined
    : request.arguments;
  try {
    const value = await run(structuredClone(payload ?? {}), request);
    const output = toPayload(value);
    const answersLater = request.resource.kind === "service" && request.resource.pattern === "waitForTaskToken";
    return { output: wrapped && !answersLater ? wrapPayload(output, random, request.nowMs()) : output };
  } catch (error) {
    return describeThrown(error);
  }
}

/** A value as JSON; nothing at all is null, as Lambda has it. */
export function toPayload(value: unknown): Json {
  const text = JSON.stringify(value);
  return text === undefined ? null : (JSON.parse(text) as Json);
}

/** The cause that Lambda's Node.js runtime gives, with the first line of the trace only, since the rest names files. */
function describeThrown(error: unknown): SettledOutcome {
  const name = error instanceof Error ? error.name : typeof error;
  const message = error instanceof Error ? error.message : String(error);
  const cause = { errorType: name, errorMessage: message, trace: [`${name}: ${message}`] };
  return { error: name, cause: JSON.stringify(cause) };
}

/** The answer of Lambda's Invoke as a Task state sees it. */
export function wrapPayload(payload: Json, random: SeededRandom, nowMs: number): Json {
  const requestId = random.nextUuid();
  const length = String(Buffer.byteLength(JSON.stringify(payload)));
  const headers = {
    Connection: "keep-alive",
    "Content-Length": length,
    "Content-Type": "application/json",
    Date: new Date(nowMs).toUTCString(),
    "X-Amz-Executed-Version": "$LATEST",
    "x-amzn-Remapped-Content-Length": "0",
    "x-amzn-RequestId": requestId,
    "X-Amzn-Trace-Id": `Root=1-${requestId.slice(0, 8)}-${requestId.replaceAll("-", "").slice(8)}`,
  };
  return {
    ExecutedVersion: "$LATEST",
    Payload: payload,
    SdkHttpMetadata: {
      AllHttpHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      HttpHeaders: headers,
      HttpStatusCode: 200,
    },
    SdkResponseMetadata: { RequestId: requestId },
    StatusCode: 200,
  };
}
