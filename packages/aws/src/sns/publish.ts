import type { ResumableTask } from "@treadle/workflow";
import type { MessageAttribute } from "../task/message-attribute.js";
import { pick } from "../task/pick.js";
import { placeholdersIn, placeholderText } from "../task/placeholders.js";
import { createResumableServiceTask } from "../task/service-task.js";
import { withConstants } from "../task/with-constants.js";

export interface Publish<M> {
  /** A text, or JSON that Step Functions sends as text; at most 256 KiB. */
  readonly Message: M;
  /** At most 100 characters, for e-mail endpoints. */
  readonly Subject?: string;
  readonly MessageAttributes?: { readonly [name: string]: MessageAttribute };
  /** FIFO topics only, at most 128 characters: messages of one group are delivered in order. */
  readonly MessageGroupId?: string;
  /** FIFO topics only, at most 128 characters: needed unless the topic deduplicates by content. */
  readonly MessageDeduplicationId?: string;
}

export interface Published {
  readonly MessageId: string;
}

export type SnsError =
  | "SNS.AmazonSNSException"
  | "SNS.AuthorizationErrorException"
  | "SNS.InternalErrorException"
  | "SNS.InvalidParameterException"
  | "SNS.KMSThrottlingException"
  | "SNS.NotFoundException"
  | "SNS.SdkClientException"
  | "SNS.ThrottledException";

/**
 * Publishes a message to an SNS topic. Nothing is retried by default, since a repeated publish is a second message.
 *
 * @param topicArn an ARN, or `${OrdersTopicArn}` to be filled at deployment
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sns.html
 */
export const publish = <M = string>(topicArn: string): ResumableTask<Publish<M>, Published, SnsError> =>
  createResumableServiceTask({
    integration: "sns:publish",
    arguments: (input) => withConstants({ TopicArn: placeholderText(topicArn) }, input),
    output: (result) => pick(result, "MessageId"),
    placeholders: placeholdersIn(topicArn, "topic-arn"),
    retry: [],
  });
