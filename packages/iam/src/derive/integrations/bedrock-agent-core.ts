import { arnOf } from "../machine.js";
import type { Integration } from "./integration.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrockagentcore.html */
export const bedrockAgentCore: Integration = {
  service: "bedrockagentcore",
  actions: {
    invokeHarness: {
      derive: (call) => {
        const harnesses = call.resources("HarnessArn", {
          widened: arnOf(call.machine, "bedrock-agentcore", "harness/*"),
        });
        call.allow(
          ["bedrock-agentcore:InvokeAgentRuntime", "bedrock-agentcore:InvokeHarness"],
          harnesses,
          "Invokes the agent's harness.",
        );
      },
    },
  },
};
