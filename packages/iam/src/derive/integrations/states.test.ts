import { expect, test } from "vitest";
import { account, granted } from "../../../test/granted.js";

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: placeholders.
const start = "arn:aws:states:::states:startExecution";
const child = `arn:aws:states:${account}:stateMachine:Child`;
const rule = `events:DescribeRule events:PutRule events:PutTargets on arn:aws:events:${account}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule`;

test("starting needs no more than the start", () => {
  expect(granted(start, { StateMachineArn: child })).toEqual([`states:StartExecution on ${child}`]);
  expect(granted(`${start}.waitForTaskToken`, { StateMachineArn: child })).toEqual([
    `states:StartExecution on ${child}`,
  ]);
});

test("waiting also needs to poll and stop the executions of that machine, and the managed rule", () => {
  const executions = `states:DescribeExecution states:StopExecution on arn:aws:states:${account}:execution:Child:*`;
  for (const pattern of ["sync", "sync:2"]) {
    expect(granted(`${start}.${pattern}`, { StateMachineArn: child })).toEqual([
      rule,
      executions,
      `states:StartExecution on ${child}`,
    ]);
  }
  expect(granted(`${start}.sync`, { StateMachineArn: `${child}:live` })).toContain(executions);
});

test("a machine that is a placeholder needs one for its name, unless its ARN is known", () => {
  const args = { StateMachineArn: "${ChildArn}" };
  expect(granted(`${start}.sync:2`, args)).toContain(
    `states:DescribeExecution states:StopExecution on arn:aws:states:${account}:execution:\${ChildName}:*`,
  );
  expect(granted(`${start}.sync:2`, args, { substitutions: { ChildArn: child } })).toEqual([
    rule,
    `states:DescribeExecution states:StopExecution on arn:aws:states:${account}:execution:Child:*`,
    "states:StartExecution on ${ChildArn}",
  ]);
});

test("the machine knows its own ARN", () => {
  expect(granted(start, { StateMachineArn: "{% $states.context.StateMachine.Id %}" })).toEqual([
    `states:StartExecution on arn:aws:states:${account}:stateMachine:Orders`,
  ]);
});

test("an express machine that is waited for is started synchronously", () => {
  expect(granted("arn:aws:states:::aws-sdk:sfn:startSyncExecution", { StateMachineArn: child })).toEqual([
    `states:StartSyncExecution on ${child}`,
  ]);
});

test("an activity needs nothing of the execution role", () => {
  expect(granted(`arn:aws:states:${account}:activity:Approve`, {})).toEqual([]);
});

test("a pattern that an integration does not offer is an error", () => {
  expect(granted("arn:aws:states:::sns:publish.sync", { TopicArn: "arn:aws:sns:::t" })).toEqual([
    "error iam/unsupported-pattern",
  ]);
});

test("an express machine cannot wait", () => {
  const args = { StateMachineArn: child };
  expect(granted(`${start}.sync`, args, { type: "EXPRESS" })).toEqual(["error iam/unsupported-pattern"]);
  expect(granted(start, args, { type: "EXPRESS" })).toEqual([`states:StartExecution on ${child}`]);
  expect(granted("arn:aws:states:::aws-sdk:sqs:sendMessage.sync", { QueueUrl: "q" })).toEqual([
    "error iam/unsupported-pattern",
  ]);
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the end of the placeholders.
