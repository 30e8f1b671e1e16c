import type { ResumableTask } from "@treadle/workflow";
import type { MessageAttribute } from "../task/message-attribute.js";
import { pick } from "../task/pick.js";
import { placeholdersIn, placeholderText } from "../task/placeholders.js";
import { createResumableServiceTask } from "../task/service-task.js";
import { withConstants } from "../task/with-constants.js";

export interface SendMessage<M> {
  /** A text, or JSON that Step Functions sends as text; at most 256 KiB. */
  readonly MessageBody: M;
  /** Whole seconds, 0 to 900. Default: the queue's own delay. Not for FIFO queues. */
  readonly DelaySeconds?: number;
  readonly MessageAttributes?: { readonly [name: string]: MessageAttribute };
  /** FIFO queues, where it is needed; at most 128 characters. */
  readonly MessageGroupId?: string;
  /** FIFO queues only, at most 128 characters: needed unless the queue deduplicates by content. */
  readonly MessageDeduplicationId?: string;
}

export interface SentMessage {
  readonly MessageId: string;
  readonly MD5OfMessageBody: string;
}

export type SqsError =
  | "SQS.AmazonSQSException"
  | "SQS.InvalidMessageContentsException"
  | "SQS.QueueDoesNotExistException"
  | "SQS.SdkClientException"
  | "SQS.SqsException"
  | "SQS.UnsupportedOperationException";

/**
 * Sends a message to an SQS queue. Nothing is retried by default, since a repeated send is a second message.
 *
 * @param queueUrl a URL, or `${OrdersQueueUrl}` to be filled at deployment
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sqs.html
 */
export const sendMessage = <M = string>(queueUrl: string): ResumableTask<SendMessage<M>, SentMessage, SqsError> =>
  createResumableServiceTask({
    integration: "sqs:sendMessage",
    arguments: (input) => withConstants({ QueueUrl: placeholderText(queueUrl) }, input),
    output: (result) => pick(result, "MessageId", "MD5OfMessageBody"),
    placeholders: placeholdersIn(queueUrl, "queue-url"),
    retry: [],
  });
