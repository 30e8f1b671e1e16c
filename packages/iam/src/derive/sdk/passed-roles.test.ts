import { expect, test } from "vitest";
import { granted } from "../../../test/granted.js";

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const passed = (call: string, args: object, hints = {}) =>
  granted(`arn:aws:states:::aws-sdk:${call}`, args, { hints: { states: { Call: { arguments: hints } } } }).filter(
    (line) => line.startsWith("iam:") || line.startsWith("error"),
  );
const to = (service: string) => ` if {"StringEquals":{"iam:PassedToService":"${service}.amazonaws.com"}}`;

test("a role in an argument is handed to the service that the call is for", () => {
  const args = { StateMachineArn: "arn:aws:states:eu-west-1:111122223333:stateMachine:M", RoleArn: role("run") };
  expect(passed("sfn:updateStateMachine", args)).toEqual([`iam:PassRole on ${role("run")}${to("states")}`]);
  expect(passed("cloudformation:createStack", { StackName: "s", RoleARN: role("stack") })).toEqual([
    `iam:PassRole on ${role("stack")}${to("cloudformation")}`,
  ]);
});

test("a role is found under the names that some services have for it, by ARN or by name", () => {
  expect(passed("lambda:createFunction", { FunctionName: "f", Role: role("f") })).toEqual([
    `iam:PassRole on ${role("f")}${to("lambda")}`,
  ]);
  expect(passed("glue:createCrawler", { Name: "c", Role: "crawl" })).toEqual([
    `iam:PassRole on ${role("crawl")}${to("glue")}`,
  ]);
});

test("a role in each element of a list is found", () => {
  const targets = [{ Id: "1", RoleArn: role("a") }, { Id: "2", RoleArn: role("b") }, { Id: "3" }];
  expect(passed("eventbridge:putTargets", { Rule: "r", Targets: targets })).toEqual([
    `iam:PassRole on ${role("a")} ${role("b")}${to("events")}`,
  ]);
});

test("the role of an instance profile is named by no argument, so that a hint must name it", () => {
  const args = { ImageId: "ami-1", MinCount: 1, MaxCount: 1, IamInstanceProfile: { Name: "web" } };
  expect(passed("ec2:runInstances", args)).toEqual(["error iam/undeclared-access"]);
  expect(passed("ec2:runInstances", args, { "IamInstanceProfile.RoleArn": role("web") })).toEqual([
    `iam:PassRole on ${role("web")}${to("ec2")}`,
  ]);
});
