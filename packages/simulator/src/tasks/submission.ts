import { createHash } from "node:crypto";
import { isJsonObject, type Json, type JsonObject } from "../json.js";
import type { TaskRequest } from "../options.js";
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
  return withMetadata(
    { MD5OfMessageBody: createHash("md5").update(text).digest("hex"), MessageId: strand.run.random.nextUuid() },
    strand,
  );
}

function answerStart(
  { arguments: given }: Pick<TaskRequest, "arguments">,
  strand: Strand,
  executionName: string | undefined,
): Json {
  const args = isJsonObject(given) ? given : {};
  const machine = typeof args.StateMachineArn === "string" ? args.StateMachineArn : "";
  const name = executionName ?? (typeof args.Name === "string" ? args.Name : strand.run.random.nextUuid());
  return withMetadata(
    {
      ExecutionArn: `${machine.replace(":stateMachine:", ":execution:")}:${name}`,
      StartDate: new Date(strand.run.clock.now()).toISOString(),
    },
    strand,
  );
}

function withMetadata(answer: JsonObject, strand: Strand): Json {
  const requestId = strand.run.random.nextUuid();
  const headers = {
    connection: "keep-alive",
    "Content-Length": String(JSON.stringify(answer).length),
    "Content-Type": "application/x-amz-json-1.0",
    Date: new Date(strand.run.clock.now()).toUTCString(),
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
