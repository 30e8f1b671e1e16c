import { expect, test } from "vitest";
import { account, granted } from "../../../test/granted.js";

test("a Bedrock model belongs to no account", () => {
  expect(granted("arn:aws:states:::bedrock:invokeModel", { ModelId: "amazon.titan-text-lite-v1", Body: {} })).toEqual([
    "bedrock:InvokeModel on arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-text-lite-v1",
  ]);
});

test("an inference profile also needs the model behind it, by it alone, in every Region it routes to", () => {
  const invoke = "arn:aws:states:::bedrock:invokeModel";
  const by = (profile: string) => ` if {"StringLike":{"bedrock:InferenceProfileArn":"${profile}"}}`;
  const profile = `arn:aws:bedrock:${account}:inference-profile/eu.amazon.nova-lite-v1:0`;
  expect(granted(invoke, { ModelId: "eu.amazon.nova-lite-v1:0" })).toEqual([
    `bedrock:InvokeModel on arn:aws:bedrock:*::foundation-model/amazon.nova-lite-v1:0${by(profile)}`,
    `bedrock:InvokeModel on ${profile}`,
  ]);
  const own = `arn:aws:bedrock:${account}:application-inference-profile/0a1b`;
  expect(granted(invoke, { ModelId: own })).toContain("error iam/undeclared-access");
  const model = "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0";
  const hints = { states: { Call: { arguments: { "InferenceProfile.ModelArn": model } } } };
  expect(granted(invoke, { ModelId: own }, { hints })).toEqual([
    `bedrock:InvokeModel on ${own}`,
    `bedrock:InvokeModel on ${model}${by(own)}`,
  ]);
});

test("a model reads and writes the objects that are written in its arguments", () => {
  const args = { ModelId: "m.x", Input: { S3Uri: "s3://in/prompt.json" }, Output: { S3Uri: "s3://out/answer.json" } };
  expect(granted("arn:aws:states:::bedrock:invokeModel", args)).toEqual([
    "bedrock:InvokeModel on arn:aws:bedrock:eu-west-1::foundation-model/m.x",
    "s3:GetObject on arn:aws:s3:::in/prompt.json",
    "s3:PutObject on arn:aws:s3:::out/answer.json",
  ]);
});

test("an agent's harness is granted with the runtime action that AWS asks for beside it", () => {
  const harness = `arn:aws:bedrock-agentcore:${account}:harness/h1`;
  expect(granted("arn:aws:states:::bedrockagentcore:invokeHarness", { HarnessArn: harness })).toEqual([
    `bedrock-agentcore:InvokeAgentRuntime bedrock-agentcore:InvokeHarness on ${harness}`,
  ]);
});

test("an API is granted by stage, method and path, where its calls are signed", () => {
  const args = {
    ApiEndpoint: "a1b2.execute-api.eu-west-1.amazonaws.com",
    Stage: "prod",
    Method: "POST",
    Path: "/orders/{id}",
    AuthType: "IAM_ROLE",
  };
  expect(granted("arn:aws:states:::apigateway:invoke", args)).toEqual([
    `execute-api:Invoke on arn:aws:execute-api:${account}:a1b2/prod/POST/orders/{id}`,
  ]);
  for (const AuthType of ["NO_AUTH", "RESOURCE_POLICY"])
    expect(granted("arn:aws:states:::apigateway:invoke", { ...args, AuthType })).toEqual([]);
  const { AuthType: _, ...unsigned } = args;
  expect(granted("arn:aws:states:::apigateway:invoke", unsigned)).toEqual([]);
});
