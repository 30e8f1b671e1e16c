import { modelNaming } from "../../integrations/bedrock.js";
import type { TaskCall } from "../../task-call.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** @see https://docs.aws.amazon.com/bedrock/latest/userguide/security_iam_id-based-policy-examples.html */
export const bedrock: SdkExceptions = {
  "bedrock:converse": (call) => invokeModel(call, "InvokeModel"),
  "bedrock:conversestream": (call) => invokeModel(call, "InvokeModelWithResponseStream"),
};

function invokeModel(call: TaskCall, action: string): void {
  call.allow([`bedrock:${action}`], call.resources("ModelId", modelNaming(call)), "Invokes the model.");
}
