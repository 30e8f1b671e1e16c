import { resource } from "../../../policy/grant.js";
import { arnOf } from "../../machine.js";
import type { TaskCall } from "../../task-call.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** @see https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html */
export const ses: SdkExceptions = {
  "ses:sendemail": sendEmail,
};

/** Mail is authorised by the identity of the sender: an address, or the domain it belongs to. */
function sendEmail(call: TaskCall): void {
  const argument = call.has("FromEmailAddress") ? "FromEmailAddress" : "Source";
  const senders = call.optionalResources(argument, {
    fromName: (sender) => arnOf(call.machine, "ses", `identity/${/<([^>]+)>/.exec(sender)?.[1] ?? sender}`),
    widened: arnOf(call.machine, "ses", "identity/*"),
  });
  const domains = senders.flatMap(({ arn }) => {
    const domain = /@([^@*$]+)$/.exec(arn)?.[1];
    return domain === undefined ? [] : [resource(arnOf(call.machine, "ses", `identity/${domain}`))];
  });
  const everyIdentity = [resource(arnOf(call.machine, "ses", "identity/*"), "not-in-arguments")];
  call.allow(["ses:SendEmail"], senders.length > 0 ? [...senders, ...domains] : everyIdentity, "Sends mail.");
}
