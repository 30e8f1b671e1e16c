import { arnOf } from "../machine.js";
import { knownText, type TaskCall } from "../task-call.js";
import { fieldOf, itemsOf } from "../values/abstract-value.js";
import type { Integration } from "./integration.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html */
export const events: Integration = {
  service: "events",
  actions: { putEvents: { patterns: ["waitForTaskToken"], derive: derivePutEvents } },
};

/** Each entry names its bus; without a name it is the account's default bus. */
export function derivePutEvents(call: TaskCall): void {
  const value = call.value("Entries");
  if (value === undefined) {
    call.missing("Entries");
    return;
  }
  const argument = "Entries.EventBusName";
  const unnamed = itemsOf(value).some((entry) => fieldOf(entry, "EventBusName") === undefined);
  const texts = [...call.itemTexts("Entries", "EventBusName"), ...(unnamed ? [knownText("default")] : [])];
  const buses = call.toResources(argument, texts, {
    fromName: (name) => arnOf(call.machine, "events", `event-bus/${name}`),
    widened: arnOf(call.machine, "events", "event-bus/*"),
  });
  for (const bus of buses) call.allow(["events:PutEvents"], [bus], "Puts events on the bus.");
}
