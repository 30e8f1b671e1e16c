import { type ExpressionNode, literal } from "@treadle/expressions";
import type { ResumableTask, RetrierDefinition } from "@treadle/workflow";
import { kindOfReference } from "../task/constant-node.js";
import { pick } from "../task/pick.js";
import { placeholdersIn, placeholderText } from "../task/placeholders.js";
import { createResumableServiceTask } from "../task/service-task.js";
import { withConstants } from "../task/with-constants.js";

export interface ModelOptions {
  readonly GuardrailIdentifier?: string;
  /** Needed with a guardrail: its version, or `DRAFT`. */
  readonly GuardrailVersion?: string;
  readonly Trace?: "ENABLED" | "DISABLED";
}

export interface InvokeModel<B> extends ModelOptions {
  /** What the model takes, at most 256 KiB. */
  readonly Body: B;
}

export interface InvokeModelOnObject extends ModelOptions {
  /** The object of S3 that holds what the model takes. */
  readonly Input: { readonly S3Uri: string };
}

export interface ModelAnswer<R> {
  readonly Body: R;
  readonly ContentType: string;
}

/** `Bedrock.ThrottlingException` and its like; @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html */
export type BedrockError =
  | "Bedrock.AccessDeniedException"
  | "Bedrock.InternalServerException"
  | "Bedrock.ModelErrorException"
  | "Bedrock.ModelNotReadyException"
  | "Bedrock.ModelTimeoutException"
  | "Bedrock.ResourceNotFoundException"
  | "Bedrock.SdkClientException"
  | "Bedrock.ServiceQuotaExceededException"
  | "Bedrock.ServiceUnavailableException"
  | "Bedrock.ThrottlingException"
  | "Bedrock.ValidationException";

/** An invocation changes nothing, so that all that may be better the next time is repeated. */
export const bedrockRetry: readonly RetrierDefinition[] = Object.freeze([
  Object.freeze({
    errorEquals: Object.freeze([
      "Bedrock.InternalServerException",
      "Bedrock.ModelNotReadyException",
      "Bedrock.ModelTimeoutException",
      "Bedrock.SdkClientException",
      "Bedrock.ServiceUnavailableException",
      "Bedrock.ThrottlingException",
    ]),
    intervalSeconds: 2,
    maxAttempts: 6,
    backoffRate: 2,
    jitterStrategy: "FULL",
  }),
]);

export interface InvokeBedrockModel {
  /**
   * Invokes a model of Bedrock: `bedrock.invokeModel<Prompt, Answer>("amazon.nova-lite-v1:0")`, typed by what the model takes and
   * gives. Both are JSON of at most 256 KiB.
   *
   * @param modelId the id or ARN of a model or of an inference profile, or `${ModelArn}` to be filled at deployment
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html
   */
  <B, R>(modelId: string): ResumableTask<InvokeModel<B>, ModelAnswer<R>, BedrockError>;
  /** Invokes a model on what is in an object of S3, for prompts of more than 256 KiB. */
  onObject<R>(modelId: string): ResumableTask<InvokeModelOnObject, ModelAnswer<R>, BedrockError>;
}

export const invokeModel: InvokeBedrockModel = Object.assign((modelId: string) => invocation(modelId), {
  onObject: (modelId: string) => invocation(modelId),
});

function invocation(modelId: string): never {
  return createResumableServiceTask({
    integration: "bedrock:invokeModel",
    arguments: (input: ExpressionNode) => withConstants(constantsOf(modelId), input),
    output: (result) => pick(result, "Body", "ContentType"),
    placeholders: placeholdersIn(modelId, kindOfReference(modelId)),
    retry: bedrockRetry,
  }) as never;
}

function constantsOf(modelId: string): { readonly [name: string]: ExpressionNode } {
  return {
    ModelId: placeholderText(modelId),
    ContentType: literal("application/json"),
    Accept: literal("application/json"),
  };
}
