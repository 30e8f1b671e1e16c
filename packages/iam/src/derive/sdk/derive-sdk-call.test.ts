import { expect, test } from "vitest";
import { account, granted } from "../../../test/granted.js";

const sdk = (call: string) => `arn:aws:states:::aws-sdk:${call}`;

test("an argument named as the ARN's variable names the resource", () => {
  expect(granted(sdk("cloudwatch:deleteAlarms"), { AlarmNames: ["a"] })).toEqual([
    `cloudwatch:DeleteAlarms on arn:aws:cloudwatch:${account}:alarm:a`,
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
    `events:EnableRule on arn:aws:events:${account}:rule/nightly`,
  ]);
  expect(granted(sdk("cloudwatchlogs:filterLogEvents"), { LogGroupName: "/app" })).toEqual([
    `logs:FilterLogEvents on arn:aws:logs:${account}:log-group:/app:*`,
  ]);
});

test("each element of a list names a resource, and a list that is computed needs a bound", () => {
  const stop = sdk("ec2:stopInstances");
  const instances = `arn:aws:ec2:${account}:instance`;
  expect(granted(stop, { InstanceIds: ["i-1", "i-2"] })).toEqual([
    `ec2:StopInstances on ${instances}/i-1 ${instances}/i-2`,
  ]);
  const computed = { InstanceIds: "{% $states.input.ids %}" };
  expect(granted(stop, computed)).toEqual([`ec2:StopInstances on ${instances}/*`, "error iam/dynamic-resource"]);
  const hints = { states: { Call: { arguments: { InstanceIds: ["i-3"] } } } };
  expect(granted(stop, computed, { hints })).toEqual([`ec2:StopInstances on ${instances}/i-3`]);
});

test("an ARN that is computed needs a bound, and a text in its place is no ARN", () => {
  const stop = sdk("sfn:stopExecution");
  expect(granted(stop, { ExecutionArn: "{% $states.input.arn %}" })).toEqual(
    ["error iam/dynamic-resource", `states:StopExecution on arn:aws:states:${account}:execution:*:*`].reverse(),
  );
  expect(granted(stop, { ExecutionArn: "nightly" })).toEqual(["error iam/invalid-arn"]);
});

test("arguments under other names than the reference's name their resource", () => {
  expect(granted(sdk("rds:startDBInstance"), { DbInstanceIdentifier: "shop" })).toEqual([
    `rds:StartDBInstance on arn:aws:rds:${account}:db:shop`,
  ]);
  expect(granted(sdk("cloudformation:createStack"), { StackName: "shop" })).toEqual([
    `cloudformation:CreateStack on arn:aws:cloudformation:${account}:stack/shop/*`,
  ]);
  expect(granted(sdk("ssm:getParameters"), { Names: ["/a", "b"] })).toEqual([
    `ssm:GetParameters on arn:aws:ssm:${account}:parameter/a arn:aws:ssm:${account}:parameter/b`,
  ]);
});

test("an ARN of the resource that is worked on does not stand for the one that is named", () => {
  const args = { BackupVaultName: "night", ResourceArn: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders" };
  expect(granted(sdk("backup:startBackupJob"), args)).toEqual([
    `backup:StartBackupJob on arn:aws:backup:${account}:backup-vault:night`,
  ]);
  const tagged = { ResourceArn: `arn:aws:backup:${account}:backup-vault:night`, Tags: {} };
  expect(granted(sdk("backup:tagResource"), tagged)).toEqual([
    `backup:TagResource on arn:aws:backup:${account}:backup-vault:night`,
  ]);
});

test("a call that reaches no resource of its own is granted on everything", () => {
  expect(granted(sdk("comprehend:detectSentiment"), { Text: "t" })).toEqual(["comprehend:DetectSentiment on *"]);
});

test("what a call creates is bounded by its kind", () => {
  expect(granted(sdk("secretsmanager:createSecret"), { Name: "db" })).toEqual([
    `secretsmanager:CreateSecret on arn:aws:secretsmanager:${account}:secret:db-??????`,
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
