import { allowQueueKey, queueResources } from "../../integrations/sqs.js";
import type { TaskCall } from "../../task-call.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html */
export const sqs: SdkExceptions = {
  "sqs:sendmessage": (call) => onQueue(call, "SendMessage"),
  "sqs:sendmessagebatch": (call) => onQueue(call, "SendMessage"),
  "sqs:receivemessage": (call) => onQueue(call, "ReceiveMessage"),
  "sqs:deletemessage": (call) => onQueue(call, "DeleteMessage"),
  "sqs:deletemessagebatch": (call) => onQueue(call, "DeleteMessage"),
  "sqs:changemessagevisibility": (call) => onQueue(call, "ChangeMessageVisibility"),
  "sqs:changemessagevisibilitybatch": (call) => onQueue(call, "ChangeMessageVisibility"),
  "sqs:getqueueattributes": (call) => onQueue(call, "GetQueueAttributes"),
  "sqs:purgequeue": (call) => onQueue(call, "PurgeQueue"),
};

function onQueue(call: TaskCall, action: string): void {
  call.allow([`sqs:${action}`], queueResources(call), "Works on the queue.");
  if (action === "SendMessage") allowQueueKey(call, ["kms:Decrypt", "kms:GenerateDataKey"]);
  if (action === "ReceiveMessage") allowQueueKey(call, ["kms:Decrypt"]);
}
