import { allowTopicKey } from "../../integrations/sns.js";
import { arnOf } from "../../machine.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html */
export const sns: SdkExceptions = {
  "sns:publishbatch": (call) => {
    const topics = call.resources("TopicArn", { widened: arnOf(call.machine, "sns", "*") });
    call.allow(["sns:Publish"], topics, "Publishes to the topic.");
    allowTopicKey(call);
  },
};
