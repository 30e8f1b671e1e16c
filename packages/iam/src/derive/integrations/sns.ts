import { anyResource } from "../../policy/grant.js";
import { arnOf } from "../machine.js";
import type { TaskCall } from "../task-call.js";
import type { Integration } from "./integration.js";
import { allowResourceKey } from "./resource-key.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sns.html */
export const sns: Integration = {
  service: "sns",
  actions: {
    publish: {
      patterns: ["waitForTaskToken"],
      derive: (call) => {
        // A text message to a phone is published to no resource of its own.
        if (call.has("PhoneNumber")) {
          call.allow(["sns:Publish"], [anyResource("no-resource-type")], "Sends a text message to a phone number.");
          return;
        }
        const argument = call.has("TargetArn") ? "TargetArn" : "TopicArn";
        const topics = call.resources(argument, { widened: arnOf(call.machine, "sns", "*") });
        call.allow(["sns:Publish"], topics, "Publishes to the topic.");
        allowTopicKey(call);
      },
    },
  },
};

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html */
export function allowTopicKey(call: TaskCall): void {
  allowResourceKey(call, "sns", ["kms:Decrypt", "kms:GenerateDataKey"], "Encrypts what it publishes.");
}
