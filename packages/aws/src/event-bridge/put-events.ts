import { array, type ExpressionNode, literal, object } from "@treadle/expressions";
import type { ResumableTask } from "@treadle/workflow";
import { kindOfReference } from "../task/constant-node.js";
import { pick } from "../task/pick.js";
import { placeholdersIn, placeholderText } from "../task/placeholders.js";
import { createResumableServiceTask } from "../task/service-task.js";
import { withConstants } from "../task/with-constants.js";

export interface PutEvent<D> {
  /** The event itself; Step Functions adds the execution's and the state machine's ARN to its resources. */
  readonly Detail: D;
}

export interface EventIdentity {
  /** An event bus's name or ARN, or `${OrdersBusName}` to be filled at deployment. Default: the account's default bus. */
  readonly busName?: string;
  /** `com.example.orders`: must not begin with `aws.`. */
  readonly source: string;
  readonly detailType: string;
}

export interface PutEventsResult {
  readonly FailedEntryCount: number;
  readonly Entries: readonly { readonly EventId: string }[];
}

/** `EventBridge.FailedEntry`: the service refused the event; Step Functions fails the state for it. */
export type EventBridgeError =
  | "EventBridge.FailedEntry"
  | "EventBridge.InternalException"
  | "EventBridge.SdkClientException";

/**
 * Puts one event on an EventBridge bus. Nothing is retried by default, since a repeated put is a second event.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html
 */
export const putEvents = <D>(identity: EventIdentity): ResumableTask<PutEvent<D>, PutEventsResult, EventBridgeError> =>
  createResumableServiceTask({
    integration: "events:putEvents",
    arguments: (input) => object({ Entries: array([withConstants(entry(identity), input)]) }),
    output: (result) => pick(result, "FailedEntryCount", "Entries"),
    placeholders:
      identity.busName === undefined ? [] : placeholdersIn(identity.busName, kindOfReference(identity.busName)),
    retry: [],
  });

function entry(identity: EventIdentity): { readonly [name: string]: ExpressionNode } {
  return {
    ...(identity.busName !== undefined && { EventBusName: placeholderText(identity.busName) }),
    Source: literal(identity.source),
    DetailType: literal(identity.detailType),
  };
}
