import { derivePutEvents } from "../../integrations/events.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html */
export const events: SdkExceptions = {
  "events:putevents": derivePutEvents,
};
