import { expect, test } from "vitest";
import { account, granted } from "../../../test/granted.js";

const sdk = (call: string) => `arn:aws:states:::aws-sdk:${call}`;

test("an argument named as the ARN's variable names the resource", () => {
  expect(granted(sdk("cloudwatch:deleteAlarms"), { AlarmNames: ["a"] })).toEqual([
    `cloudwatch:DeleteAlarms on arn:aws:cloudwatch:${account}:alarm:*`,
  ]);
  expect(
    granted(sdk("sfn:describeStateMachine"), { StateMachineArn: `arn:aws:states:${account}:stateMachine:M` }),
  ).toEqual([`states:DescribeStateMachine on arn:aws:states:${account}:stateMachine:M`]);
  expect(granted(sdk("ssm:putParameter"), { Name: "/app/stage", Value: "v" })).toEqual([
    `ssm:PutParameter on arn:aws:ssm:${account}:parameter/app/stage`,
  ]);
});

test("a service whose name is no IAM prefix is found by its client", () => {
  expect(granted(sdk("eventbridge:enableRule"), { Name: "nightly" })).toEqual([
    `events:EnableRule on arn:aws:events:${account}:rule/default/nightly arn:aws:events:${account}:rule/nightly`,
  ]);
  expect(granted(sdk("cloudwatchlogs:filterLogEvents"), { LogGroupName: "/app" })).toEqual([
    `logs:FilterLogEvents on arn:aws:logs:${account}:log-group:/app`,
  ]);
});

test("a call that reaches no resource of its own is granted on everything", () => {
  expect(granted(sdk("comprehend:detectSentiment"), { Text: "t" })).toEqual(["comprehend:DetectSentiment on *"]);
});

test("what a call creates is bounded by its kind", () => {
  expect(granted(sdk("secretsmanager:createSecret"), { Name: "db" })).toEqual([
    `secretsmanager:CreateSecret on arn:aws:secretsmanager:${account}:secret:db`,
  ]);
});

test("a role that is handed on is passed to that service only, at any depth", () => {
  const args = {
    Name: "nightly",
    ScheduleExpression: "rate(1 day)",
    Target: { Arn: "arn:aws:sqs:::q", RoleArn: "arn:aws:iam::111122223333:role/scheduler" },
  };
  expect(granted(sdk("scheduler:createSchedule"), args)).toEqual([
    'iam:PassRole on arn:aws:iam::111122223333:role/scheduler if {"StringEquals":{"iam:PassedToService":"scheduler.amazonaws.com"}}',
    `scheduler:CreateSchedule on arn:aws:scheduler:${account}:schedule/default/nightly`,
  ]);
});

test("a role inside an argument that is computed must be declared", () => {
  const args = { Name: "nightly", Target: "{% $states.input.target %}" };
  expect(granted(sdk("scheduler:createSchedule"), args)).toContain("error iam/dynamic-resource");
});

test("an action or a service that no table knows is an error, never a guess", () => {
  expect(granted(sdk("sqs:sendMesage"), { QueueUrl: "q" })).toEqual(["error iam/unknown-action"]);
  expect(granted(sdk("sqqs:sendMessage"), { QueueUrl: "q" })).toEqual(["error iam/unknown-integration"]);
});
