import { type Resource, resource } from "../../policy/grant.js";
import { arnOf } from "../machine.js";
import type { NamedResource, TaskCall } from "../task-call.js";
import type { Integration } from "./integration.js";
import { allowPassRole } from "./pass-role.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html */
export const bedrock: Integration = {
  service: "bedrock",
  actions: {
    invokeModel: { patterns: ["waitForTaskToken"], derive: deriveInvokeModel },
    createModelCustomizationJob: { patterns: ["sync"], derive: deriveCustomization },
  },
};

function deriveInvokeModel(call: TaskCall): void {
  allowInvokeModel(call, "bedrock:InvokeModel");
  s3Object(call, "Input.S3Uri", "s3:GetObject", "Reads the model's input.");
  s3Object(call, "Output.S3Uri", "s3:PutObject", "Writes the model's output.");
  const guardrails = call.optionalResources("GuardrailIdentifier", {
    fromName: (id) => arnOf(call.machine, "bedrock", `guardrail/${id}`),
    widened: arnOf(call.machine, "bedrock", "guardrail/*"),
  });
  call.allow(["bedrock:ApplyGuardrail"], guardrails, "Applies the guardrail.");
}

/**
 * The model or profile of `ModelId`, and what is behind a profile: it routes to its model in several Regions, and each
 * invocation is authorised there too.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
 */
export function allowInvokeModel(call: TaskCall, action: string): void {
  for (const model of call.resources("ModelId", modelNaming(call))) {
    call.allow([action], [model], "Invokes the model.");
    call.allow(
      [action],
      behindProfile(call, model.arn),
      "Invokes the model behind the inference profile, by it alone.",
      {
        StringLike: { "bedrock:InferenceProfileArn": model.arn },
      },
    );
  }
}

/** A profile of AWS is named after its model; behind one of the account's own, or a placeholder, is what a hint declares. */
function behindProfile(call: TaskCall, arn: string): readonly Resource[] {
  const everywhere = `arn:${call.machine.partition}:bedrock:*::foundation-model/`;
  if (arn.includes(":inference-profile/")) {
    const base = /:inference-profile\/(?:[a-z]+(?:-[a-z]+)?\.)?([^.]+\..+)$/.exec(arn)?.[1] ?? "*";
    return [resource(`${everywhere}${base}`, "service-requires")];
  }
  const argument = "InferenceProfile.ModelArn";
  if (arn.includes(":application-inference-profile/")) {
    const any = resource(`${everywhere}*`, "not-in-arguments");
    return call.declaredResources(argument, "the model behind the inference profile", [any]);
  }
  return call.optionalResources(argument, { widened: `${everywhere}*` });
}

function deriveCustomization(call: TaskCall): void {
  const base = call.resources("BaseModelIdentifier", modelNaming(call));
  const model = resource(arnOf(call.machine, "bedrock", "custom-model/*"), "created-by-call");
  const job = resource(arnOf(call.machine, "bedrock", "model-customization-job/*"), "created-by-call");
  call.allow(["bedrock:CreateModelCustomizationJob"], [...base, model], "Creates the customization job.");
  const tagged = [...(call.has("CustomModelTags") ? [model] : []), ...(call.has("JobTags") ? [job] : [])];
  call.allow(["bedrock:TagResource"], tagged, "Tags what it creates.");
  allowPassRole(call, "RoleArn", "bedrock.amazonaws.com", "required");
  if (call.pattern !== "sync") return;
  call.allow(
    ["bedrock:GetModelCustomizationJob", "bedrock:StopModelCustomizationJob"],
    [job],
    "Polls the job it waits for, and stops it when it is stopped itself.",
  );
}

/** Foundation models belong to no account; an id with a Region group before it (`eu.`) is an inference profile. */
function modelNaming(call: TaskCall): NamedResource {
  const foundation = `arn:${call.machine.partition}:bedrock:${call.machine.region}::foundation-model/`;
  return {
    fromName: (id) =>
      /^(?:us|eu|apac|us-gov|jp|au|ca|global)\./.test(id)
        ? arnOf(call.machine, "bedrock", `inference-profile/${id}`)
        : `${foundation}${id}`,
    widened: `${foundation}*`,
  };
}

function s3Object(call: TaskCall, argument: string, action: string, reason: string): void {
  const objects = call.optionalResources(argument, {
    fromName: (uri) => `arn:${call.machine.partition}:s3:::${uri.replace(/^s3:\/\//, "")}`,
    widened: `arn:${call.machine.partition}:s3:::*`,
  });
  call.allow([action], objects, reason);
}
