import { createHash } from "node:crypto";
import { isJsonObject, type Json, type JsonObject } from "../json.js";
import type { TaskRequest } from "../options.js";
import type { SeededRandom } from "../random.js";
import type { Strand } from "../strand.js";

/**
 * What a service answers at once to a call whose work ends later (`.sync`, `.waitForTaskToken`), as far as the history
 * shows it. Known for the services whose answers follow from the request; an empty object for others. `executionName` is that
 * of the execution which the task starts, where that runs here.
 */
export function answerSubmission(
  request: Pick<TaskRequest, "arguments" | "resource">,
  strand: Strand,
  executionName?: string,
): Json {
  const { resource } = request;
  if (resource.kind !== "service") return {};
  if (resource.service === "sqs" && resource.action === "sendMessage") return answerSendMessage(request, strand);
  if (resource.service === "states" && resource.action === "startExecution")
    return answerStart(request, strand, executionName);
  return {};
}

function answerSendMessage({ arguments: args }: Pick<TaskRequest, "arguments">, strand: Strand): Json {
  const body = isJsonObject(args) ? (args.MessageBody ?? null) : null;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const { clock, random } = strand.run;
  return withSdkMetadata(
    { MD5OfMessageBody: createHash("md5").update(text).digest("hex"), MessageId: random.nextUuid() },
    random,
    clock.now(),
  );
}

function answerStart(
  { arguments: given }: Pick<TaskRequest, "arguments">,
  strand: Strand,
  executionName: string | undefined,
): Json {
  const args = isJsonObject(given) ? given : {};
  const machine = typeof args.StateMachineArn === "string" ? args.StateMachineArn : "";
  const { clock, random } = strand.run;
  const name = executionName ?? (typeof args.Name === "string" ? args.Name : random.nextUuid());
  return describeStartedExecution(machine, name, random, clock.now());
}

/** What the optimised StartExecution answers; its time is in milliseconds. */
export function describeStartedExecution(
  machineArn: string,
  name: string,
  random: SeededRandom,
  nowMs: number,
): JsonObject {
  const ExecutionArn = `${machineArn.replace(":stateMachine:", ":execution:")}:${name}`;
  return withSdkMetadata({ ExecutionArn, StartDate: nowMs }, random, nowMs);
}

function withSdkMetadata(answer: JsonObject, random: SeededRandom, nowMs: number): JsonObject {
  const requestId = random.nextUuid();
  const headers = {
    connection: "keep-alive",
    "Content-Length": String(JSON.stringify(answer).length),
    "Content-Type": "application/x-amz-json-1.0",
    Date: new Date(nowMs).toUTCString(),
    "x-amzn-RequestId": requestId,
  };
  return {
    ...answer,
    SdkHttpMetadata: {
      AllHttpHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      HttpHeaders: headers,
      HttpStatusCode: 200,
    },
    SdkResponseMetadata: { RequestId: requestId },
  };
}
