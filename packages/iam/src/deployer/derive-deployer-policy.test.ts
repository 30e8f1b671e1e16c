// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.
import { expect, test } from "vitest";
import { account, statementLines } from "../../test/granted.js";
import { authorizedAction } from "../data/service-authorization.js";
import { type DeployerOptions, deriveDeployerPolicy } from "./derive-deployer-policy.js";

const place = { name: "Orders", partition: "aws", region: "eu-west-1", accountId: "111122223333" };
const machine = `arn:aws:states:${account}:stateMachine:Orders`;
const lines = (options: Partial<DeployerOptions> = {}) =>
  statementLines(deriveDeployerPolicy({ ...place, ...options }).document);

test("the deployer may work on this machine and hand its role to Step Functions only", () => {
  expect(lines()).toEqual([
    'iam:PassRole on ${ExecutionRoleArn} if {"StringEquals":{"iam:PassedToService":"states.amazonaws.com"}}',
    `states:CreateStateMachine states:DeleteStateMachine states:DescribeStateMachine states:ListStateMachineVersions states:ListTagsForResource states:PublishStateMachineVersion states:TagResource states:UntagResource states:UpdateStateMachine on ${machine}`,
    `states:CreateStateMachineAlias states:DeleteStateMachineAlias states:DeleteStateMachineVersion states:DescribeStateMachineAlias states:ListStateMachineAliases states:UpdateStateMachineAlias on ${machine} ${machine}:*`,
    "states:ValidateStateMachineDefinition on *",
  ]);
});

test("logging, a key and the role itself are granted only where they are the deployer's business", () => {
  const more = lines({ logging: true, kms: { keyArn: "${KeyArn}" }, manageRole: true });
  const added = more.filter((line) => !lines().includes(line)).map((line) => line.split(" ")[0]);
  expect(added).toEqual(["iam:CreateRole", "kms:Decrypt", "kms:DescribeKey", "logs:CreateLogDelivery"]);
});

test("it may manage the roles of steps, but hand none of them on", () => {
  const more = lines({ manageRole: true, stepRoleArns: ["${ChargeRoleArn}"] });
  expect(more.filter((line) => line.includes("${ChargeRoleArn}")).map((line) => line.split(" ")[0])).toEqual([
    "iam:CreateRole",
  ]);
});

test("policies that are too large to be inline are made, and only they attached", () => {
  const more = lines({ manageRole: true, managedPolicyNames: ["Orders1", "Orders2"] });
  const added = more.filter((line) => !lines({ manageRole: true }).includes(line));
  const policies = ["Orders1", "Orders2"].map((name) => `arn:aws:iam::111122223333:policy/${name}`);
  expect(added).toContainEqual(
    expect.stringMatching(/^iam:CreatePolicy .* on arn:aws:iam::111122223333:policy\/Orders1 /),
  );
  expect(added).toContain(
    `iam:AttachRolePolicy iam:DetachRolePolicy on \${ExecutionRoleArn} if {"ArnEquals":{"iam:PolicyARN":${JSON.stringify(policies)}}}`,
  );
});

test("every action exists", () => {
  const { document } = deriveDeployerPolicy({
    ...place,
    logging: true,
    kms: { keyArn: "k" },
    manageRole: true,
    managedPolicyNames: ["Orders1"],
  });
  for (const action of document.Statement.flatMap((statement) => statement.Action)) {
    expect(authorizedAction(action)?.name, action).toBe(action.split(":")[1]);
  }
});
