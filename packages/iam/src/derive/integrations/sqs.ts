import type { Resource } from "../../policy/grant.js";
import { queueArnPlaceholder } from "../derived-placeholders.js";
import { arnOf, isArn, substitute } from "../machine.js";
import type { TaskCall } from "../task-call.js";
import type { Integration } from "./integration.js";
import { allowResourceKey } from "./resource-key.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sqs.html */
export const sqs: Integration = {
  service: "sqs",
  actions: {
    sendMessage: {
      patterns: ["waitForTaskToken"],
      derive: (call) => {
        call.allow(["sqs:SendMessage"], queueResources(call), "Sends to the queue.");
        allowQueueKey(call, ["kms:Decrypt", "kms:GenerateDataKey"]);
      },
    },
  },
};

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html */
export function allowQueueKey(call: TaskCall, actions: readonly string[]): void {
  allowResourceKey(call, "sqs", actions, "Works on the queue's encrypted messages.");
}

/** The queues that the argument QueueUrl names: a URL, or, in a hint, an ARN. */
export function queueResources(call: TaskCall): readonly Resource[] {
  return call.resources("QueueUrl", {
    fromName: (url) => queueArn(call, url),
    widened: arnOf(call.machine, "sqs", "*"),
  });
}

function queueArn(call: TaskCall, url: string): string {
  const { machine } = call;
  const value = substitute(machine, url);
  if (isArn(machine, value)) return value;
  const path = /^https?:\/\/(?:sqs\.([^./]+)\.[^/]+|[^/]+)\/([^/]+)\/([^/]+)$/.exec(value);
  if (path) return `arn:${machine.partition}:sqs:${path[1] ?? machine.region}:${path[2]}:${path[3]}`;
  const placeholder = /^\$\{([^}]+)\}$/.exec(value);
  if (placeholder) return `\${${queueArnPlaceholder(placeholder[1]!)}}`;
  return arnOf(machine, "sqs", value);
}
