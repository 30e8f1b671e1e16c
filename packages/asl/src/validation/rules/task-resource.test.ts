import { describe } from "vitest";
import { describeCases, pathState } from "../../../test/validation-cases.js";
import { toPlaceholder } from "../../placeholders.js";

const parameters = {
  FunctionName: "f",
  TableName: "t",
  Key: {},
  Item: {},
  StateMachineArn: "arn",
  Message: "m",
  QueueUrl: "q",
  MessageBody: "b",
  TopicArn: "t",
  ApiEndpoint: "https://example.com",
  Method: "GET",
  Authentication: {},
};
const token = { "Token.$": "$$.Task.Token" };
const call = (Resource: string) =>
  pathState({
    Type: "Task",
    Resource,
    Parameters: { ...parameters, ...(Resource.endsWith(".waitForTaskToken") && token) },
  });
const wrong = (title: string, name: "invalid-resource" | "unknown-integration", resource: string, right: string) => ({
  title,
  refused: call(resource),
  findings: [`${name} at /States/X/Resource`] as const,
  accepted: call(right),
});

const lambdaArn = "arn:aws:lambda:eu-west-1:123456789012:function:charge";

describe("ARNs", () => {
  describeCases([
    wrong("reports text that is no ARN", "invalid-resource", "charge", lambdaArn),
    wrong(
      "reports a function without a name",
      "invalid-resource",
      "arn:aws:lambda:eu-west-1:123456789012:function:",
      lambdaArn,
    ),
    wrong("reports an empty qualifier", "invalid-resource", `${lambdaArn}:`, `${lambdaArn}:live`),
    wrong("reports a qualifier with other characters", "invalid-resource", `${lambdaArn}:$*#`, `${lambdaArn}:$LATEST`),
    wrong(
      "reports an ARN of another service",
      "invalid-resource",
      "arn:aws:sqs:eu-west-1:123456789012:jobs",
      "arn:aws:states:::sqs:sendMessage",
    ),
    wrong(
      "reports an activity without a name",
      "invalid-resource",
      "arn:aws:states:eu-west-1:123456789012:activity",
      "arn:aws:states:eu-west-1:123456789012:activity:pack",
    ),
    wrong(
      "takes placeholders in any part",
      "invalid-resource",
      "jobs",
      `arn:${toPlaceholder("AWS::Partition")}:states:::sqs:sendMessage`,
    ),
  ]);
});

describe("integrations", () => {
  const name = "unknown-integration" as const;
  describeCases([
    wrong(
      "reports a service that has none",
      name,
      "arn:aws:states:::kinesis:putRecord",
      "arn:aws:states:::aws-sdk:kinesis:putRecord",
    ),
    wrong(
      "reports an action that is not optimised",
      name,
      "arn:aws:states:::dynamodb:query",
      "arn:aws:states:::aws-sdk:dynamodb:query",
    ),
    wrong(
      "reports an action in the wrong case",
      name,
      "arn:aws:states:::dynamodb:GetItem",
      "arn:aws:states:::dynamodb:getItem",
    ),
    wrong(
      "reports a job pattern on a call",
      name,
      "arn:aws:states:::lambda:invoke.sync",
      "arn:aws:states:::lambda:invoke",
    ),
    wrong(
      "reports a token pattern on a service without",
      name,
      "arn:aws:states:::dynamodb:putItem.waitForTaskToken",
      "arn:aws:states:::dynamodb:putItem",
    ),
    wrong(
      "reports .sync:2 on another service",
      name,
      "arn:aws:states:::glue:startJobRun.sync:2",
      "arn:aws:states:::states:startExecution.sync:2",
    ),
    wrong(
      "reports a job pattern on an SDK call",
      name,
      "arn:aws:states:::aws-sdk:ecs:runTask.sync",
      "arn:aws:states:::aws-sdk:ecs:runTask.waitForTaskToken",
    ),
    wrong(
      "reports an SDK call without an action",
      name,
      "arn:aws:states:::aws-sdk:s3",
      "arn:aws:states:::aws-sdk:s3:getObject",
    ),
    wrong(
      "reports an SDK action in Pascal case",
      name,
      "arn:aws:states:::aws-sdk:s3:GetObject",
      "arn:aws:states:::aws-sdk:s3:getObject",
    ),
    wrong(
      "reports a token on an HTTP task",
      name,
      "arn:aws:states:::http:invoke.waitForTaskToken",
      "arn:aws:states:::http:invoke",
    ),
    wrong(
      "reports a job on a queue",
      name,
      "arn:aws:states:::sqs:sendMessage.sync",
      "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
    ),
    wrong(
      "reports a name of Object's prototype",
      name,
      "arn:aws:states:::constructor:invoke",
      "arn:aws:states:::sns:publish",
    ),
  ]);
});
