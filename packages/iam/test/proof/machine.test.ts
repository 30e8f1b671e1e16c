// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.
import { expect, test } from "vitest";
import { type DerivePoliciesOptions, derivePolicies } from "../../src/index.js";
import type { PolicyDocument } from "../../src/policy/policy-document.js";
import { isAllowed } from "./is-allowed.js";
import { account, arn, calls, type RequiredCall, role } from "./required-call.js";

/*
 * What a machine needs besides its states' calls, and under which role those calls are made.
 */
const place: DerivePoliciesOptions = { name: "Orders", partition: "aws", region: "eu-west-1", accountId: account };
const pass = { QueryLanguage: "JSONata", StartAt: "A", States: { A: { Type: "Pass", End: true } } };
const key = arn("kms", "key/0a1b");

async function verdicts(policy: PolicyDocument, required: readonly RequiredCall[]): Promise<readonly boolean[]> {
  return Promise.all(required.map((call) => isAllowed(policy, call)));
}

const logging = calls(
  "logs:CreateLogDelivery logs:GetLogDelivery logs:UpdateLogDelivery logs:DeleteLogDelivery logs:ListLogDeliveries logs:PutResourcePolicy logs:DescribeResourcePolicies logs:DescribeLogGroups",
  "*",
);
const tracing = calls(
  "xray:PutTraceSegments xray:PutTelemetryRecords xray:GetSamplingRules xray:GetSamplingTargets",
  "*",
);
const encryption = ["kms:Decrypt", "kms:GenerateDataKey"].map((action) => ({
  action,
  resource: key,
  context: { "kms:EncryptionContext:aws:states:stateMachineArn": arn("states", "stateMachine:Orders") },
}));

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html */
test.each([
  { what: "logging", options: { logging: true }, required: logging },
  { what: "tracing", options: { tracing: true }, required: tracing },
  { what: "encryption", options: { kms: { keyArn: key } }, required: encryption },
])("$what is allowed where the machine has it, and nothing of it elsewhere", async ({ options, required }) => {
  const policy = derivePolicies(pass, { ...place, ...options }).execution.document;
  expect(new Set(await verdicts(policy, required))).toEqual(new Set([true]));
  const none = derivePolicies(pass, place).execution.document;
  expect(none.Statement).toEqual([]);
  expect(policy.Statement.flatMap(({ Action }) => Action)).toHaveLength(required.length);
});

test("the key is the machine's only for the machine itself", async () => {
  const policy = derivePolicies(pass, { ...place, kms: { keyArn: key } }).execution.document;
  const [call] = encryption;
  const other = { "kms:EncryptionContext:aws:states:stateMachineArn": arn("states", "stateMachine:Other") };
  expect(
    await verdicts(policy, [
      { ...call!, context: other },
      { ...call!, resource: arn("kms", "key/2c3d") },
    ]),
  ).toEqual([false, false]);
});

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html */
test("with Credentials the execution role may only take the role, and the role may do the rest", async () => {
  const task = (table: string, taken: string) => ({
    Type: "Task",
    Resource: "arn:aws:states:::dynamodb:getItem",
    Arguments: { TableName: table },
    Credentials: { RoleArn: role(taken) },
  });
  const states = { A: { ...task("orders", "a"), Next: "B" }, B: { ...task("stock", "b"), End: true } };
  const { execution, roles } = derivePolicies({ ...pass, States: states }, place);
  const orders = calls("dynamodb:GetItem", arn("dynamodb", "table/orders"));
  const stock = calls("dynamodb:GetItem", arn("dynamodb", "table/stock"));
  const assume = calls("sts:AssumeRole", role("a"), role("b"), role("c"));
  expect(await verdicts(execution.document, [...assume, ...orders, ...stock])).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(roles.map(({ roleArn }) => roleArn)).toEqual([role("a"), role("b")]);
  expect(await verdicts(roles[0]!.document, [...orders, ...stock, ...assume])).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(await verdicts(roles[1]!.document, [...orders, ...stock])).toEqual([false, true]);
});
