import { arnOf } from "../../machine.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html */
export const sns: SdkExceptions = {
  "sns:publishbatch": (call) =>
    call.allow(
      ["sns:Publish"],
      call.resources("TopicArn", { widened: arnOf(call.machine, "sns", "*") }),
      "Publishes to the topic.",
    ),
};
