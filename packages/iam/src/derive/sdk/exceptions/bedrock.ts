import { allowInvokeModel } from "../../integrations/bedrock.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** @see https://docs.aws.amazon.com/bedrock/latest/userguide/security_iam_id-based-policy-examples.html */
export const bedrock: SdkExceptions = {
  "bedrock:converse": (call) => allowInvokeModel(call, "bedrock:InvokeModel"),
  "bedrock:conversestream": (call) => allowInvokeModel(call, "bedrock:InvokeModelWithResponseStream"),
  "bedrock:invokemodel": (call) => allowInvokeModel(call, "bedrock:InvokeModel"),
  "bedrock:invokemodelwithresponsestream": (call) => allowInvokeModel(call, "bedrock:InvokeModelWithResponseStream"),
};
