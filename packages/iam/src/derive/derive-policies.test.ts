import { expect, test } from "vitest";
import { account, grantedBy, statementLines } from "../../test/granted.js";
import { authorizedAction } from "../data/service-authorization.js";
import type { ArgumentBound } from "./argument-bound.js";
import { derivePolicies } from "./derive-policies.js";

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: placeholders.
const publish = (fields: object = {}) => ({
  Type: "Task",
  Resource: "arn:aws:states:::sns:publish",
  Arguments: { TopicArn: "${TopicArn}", Message: "m" },
  End: true,
  ...fields,
});
const machine = (states: object) => ({ QueryLanguage: "JSONata", StartAt: "A", States: states });

test("only this machine in this account may take the execution role", () => {
  expect(derivePolicies(machine({ A: publish() }), { name: "Orders" }).trust).toEqual({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "states.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": "${AccountId}" },
          ArnLike: { "aws:SourceArn": "arn:${Partition}:states:${Region}:${AccountId}:stateMachine:Orders" },
        },
      },
    ],
  });
});

test("finds tasks in branches, in processors and in iterators of the older form", () => {
  const inner = (topic: string) => ({
    StartAt: "T",
    States: { [topic]: publish({ Arguments: { TopicArn: `arn:aws:sns:${account}:${topic}` } }) },
  });
  const definition = machine({
    A: { Type: "Parallel", Branches: [inner("a"), inner("b")], Next: "B" },
    B: { Type: "Map", ItemProcessor: inner("c"), Next: "C" },
    C: { Type: "Map", Iterator: inner("d"), End: true },
  });
  const { execution } = derivePolicies(definition, { name: "Orders" });
  expect(statementLines(execution.document)).toEqual(
    ["a", "b", "c", "d"].map((topic) => `sns:Publish on arn:aws:sns:${account}:${topic}`),
  );
  expect(Object.values(execution.provenance).flatMap(({ states }) => states)).toEqual([
    "/States/A/Branches/0/States/a",
    "/States/A/Branches/1/States/b",
    "/States/B/ItemProcessor/States/c",
    "/States/C/Iterator/States/d",
  ]);
});

test("the order of states changes nothing", () => {
  const a = publish({ Arguments: { TopicArn: "${OneArn}" } });
  const b = publish({ Arguments: { TopicArn: "${TwoArn}" } });
  const policy = (states: object) =>
    JSON.stringify({ ...derivePolicies(machine(states), { name: "Orders" }), grants: undefined });
  expect(policy({ B: b, A: a })).toBe(policy({ A: a, B: b }));
});

test("logging and tracing are granted when they are on, and only then", () => {
  expect(grantedBy(machine({ A: { Type: "Succeed" } }))).toEqual([]);
  expect(grantedBy(machine({ A: { Type: "Succeed" } }), { logging: true, tracing: true })).toEqual([
    "logs:CreateLogDelivery logs:DeleteLogDelivery logs:DescribeLogGroups logs:DescribeResourcePolicies logs:GetLogDelivery logs:ListLogDeliveries logs:PutResourcePolicy logs:UpdateLogDelivery xray:GetSamplingRules xray:GetSamplingTargets xray:PutTelemetryRecords xray:PutTraceSegments on *",
  ]);
});

test("a key of one's own is granted for this machine's data, and for its logs", () => {
  const keyArn = `arn:aws:kms:${account}:key/k`;
  const lines = grantedBy(machine({ A: { Type: "Succeed" } }), { kms: { keyArn }, logging: true });
  expect(lines.filter((line) => line.startsWith("kms:"))).toEqual([
    `kms:Decrypt kms:GenerateDataKey on ${keyArn} if {"StringEquals":{"kms:EncryptionContext:aws:states:stateMachineArn":"arn:aws:states:${account}:stateMachine:Orders"}}`,
    `kms:GenerateDataKey on ${keyArn} if {"StringLike":{"kms:EncryptionContext:SourceArn":"arn:aws:logs:${account}:*"}}`,
  ]);
});

test("a state's Credentials move its rights to that role, which the execution role may take", () => {
  const definition = machine({ A: publish({ Credentials: { RoleArn: "arn:aws:iam::444455556666:role/pub" } }) });
  const { execution, roles } = derivePolicies(definition, {
    name: "Orders",
    partition: "aws",
    region: "eu-west-1",
    accountId: "1",
  });
  expect(statementLines(execution.document)).toEqual(["sts:AssumeRole on arn:aws:iam::444455556666:role/pub"]);
  expect(roles.map(({ roleArn, document }) => [roleArn, statementLines(document)])).toEqual([
    ["arn:aws:iam::444455556666:role/pub", ["sns:Publish on ${TopicArn}"]],
  ]);
  expect(roles[0]!.trust.Statement).toEqual([
    {
      Effect: "Allow",
      Principal: { AWS: "${ExecutionRoleArn}" },
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "sts:ExternalId": "arn:aws:states:eu-west-1:1:stateMachine:Orders" } },
    },
  ]);
});

test("a call that waits under a role of another account is polled: no managed rule", () => {
  const start = {
    Type: "Task",
    Resource: "arn:aws:states:::states:startExecution.sync:2",
    Credentials: { RoleArn: "arn:aws:iam::444455556666:role/run" },
    Arguments: { StateMachineArn: "arn:aws:states:eu-west-1:444455556666:stateMachine:Child" },
    End: true,
  };
  const { roles } = derivePolicies(machine({ A: start }), { name: "Orders" });
  expect(statementLines(roles[0]!.document)).toEqual([
    "states:DescribeExecution states:StopExecution on arn:aws:states:eu-west-1:444455556666:execution:Child:*",
    "states:StartExecution on arn:aws:states:eu-west-1:444455556666:stateMachine:Child",
  ]);
  const own = { ...start, Credentials: { RoleArn: "${RunRoleArn}" } };
  const [role] = derivePolicies(machine({ A: own }), { name: "Orders" }).roles;
  expect(statementLines(role!.document).join()).toContain("rule/StepFunctionsGetEventsForStepFunctionsExecutionRule");
});

test("what a call names without an ARN is in the account of the role that it is made under", () => {
  const get = (account: string) => ({
    Type: "Task",
    Resource: "arn:aws:states:::dynamodb:getItem",
    Credentials: { RoleArn: `arn:aws:iam::${account}:role/read` },
    Arguments: { TableName: "orders" },
  });
  const states = { A: { ...get("444455556666"), Next: "B" }, B: { ...get("111122223333"), End: true } };
  const place = { name: "Orders", partition: "aws", region: "eu-west-1", accountId: "111122223333" };
  const { roles } = derivePolicies(machine(states), place);
  expect(roles.map(({ document }) => statementLines(document))).toEqual([
    ["dynamodb:GetItem on arn:aws:dynamodb:eu-west-1:111122223333:table/orders"],
    ["dynamodb:GetItem on arn:aws:dynamodb:eu-west-1:444455556666:table/orders"],
  ]);
});

test("a Resource that is a placeholder is what its kind or its value says, else an error", () => {
  const definition = machine({ A: { Type: "Task", Resource: "${Charge}", End: true } });
  const invoke = ["lambda:InvokeFunction on ${Charge} ${Charge}:*"];
  expect(grantedBy(definition, { placeholders: [{ name: "Charge", kind: "lambda-function-arn" }] })).toEqual(invoke);
  const substitutions = { Charge: `arn:aws:lambda:${account}:function:charge` };
  expect(grantedBy(definition, { substitutions })).toEqual(invoke);
  expect(grantedBy(definition)).toEqual(["error iam/unresolved-resource"]);
});

test("a hint stands in for what is not known, and adds to what is", () => {
  const access = [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::b/*"], reason: "Reads the template." }];
  const unknown = machine({ A: { Type: "Task", Resource: "arn:aws:states:::mystery:run", End: true } });
  expect(grantedBy(unknown)).toEqual(["error iam/unknown-integration"]);
  expect(grantedBy(unknown, { hints: { states: { A: { access } } } })).toEqual(["s3:GetObject on arn:aws:s3:::b/*"]);
  expect(grantedBy(machine({ toString: publish() }), { hints: { states: {} } })).toHaveLength(1);
  expect(grantedBy(machine({ A: publish() }), { hints: { states: { A: { access } } } })).toEqual([
    "s3:GetObject on arn:aws:s3:::b/*",
    "sns:Publish on ${TopicArn}",
  ]);
});

test("an argument is bounded by values, by patterns, or by both as they come", () => {
  const definition = machine({ A: publish({ Arguments: { TopicArn: "{% $states.input.topic %}" } }) });
  const topic = (name: string) => `arn:aws:sns:${account}:${name}`;
  const bounded = (TopicArn: ArgumentBound) =>
    grantedBy(definition, { hints: { states: { A: { arguments: { TopicArn } } } } });
  const values = [topic("a"), topic("b")];
  expect(bounded({ oneOf: values })).toEqual([`sns:Publish on ${values.join(" ")}`]);
  expect(bounded({ within: topic("orders-*") })).toEqual([`sns:Publish on ${topic("orders-*")}`]);
  expect(bounded([...values, topic("orders-*")])).toEqual([
    `sns:Publish on ${[...values, topic("orders-*")].join(" ")}`,
  ]);
});

test("reports iam/pattern-among-values where one of the values would be many", () => {
  const { diagnostics } = derivePolicies(machine({ A: publish() }), {
    name: "Orders",
    hints: { states: { A: { arguments: { TopicArn: { oneOf: ["orders-*"] } } } } },
  });
  expect(diagnostics.map(({ code, help }) => [code, help])).toEqual([
    ["iam/pattern-among-values", 'Name each value, or declare the pattern: { within: "orders-*" }.'],
  ]);
});

test("reports iam/unknown-hint for a state that does not exist, with the nearest one", () => {
  const { diagnostics } = derivePolicies(machine({ Publish: publish() }), {
    name: "Orders",
    hints: { states: { Publsh: {} } },
  });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'A hint is given for state "Publsh", which does not exist. Did you mean "Publish"?',
  ]);
});

test("reports every fault with its place and the hint to give", () => {
  const definition = machine({
    A: publish({ Arguments: { TopicArn: "{% $states.input.topic %}" }, Next: "B" }),
    B: { Type: "Task", Resource: "arn:aws:states:::snss:publish", End: true },
  });
  const { diagnostics } = derivePolicies(definition, { name: "Orders" });
  expect(diagnostics.map(({ code, pointer, message, help }) => ({ code, pointer, message, help }))).toEqual([
    {
      code: "iam/dynamic-resource",
      pointer: "/States/A",
      message: 'State "A" computes TopicArn when it runs, so what it may touch is not bounded.',
      help: 'Declare the values it may take: hints.states["A"].arguments["TopicArn"] = { oneOf: ["…"] } or { within: "…*" }.',
    },
    {
      code: "iam/unknown-integration",
      pointer: "/States/B",
      message:
        'State "B" calls "arn:aws:states:::snss:publish", an integration whose rights are not known. Did you mean "sns"?',
      help: 'Declare what the state needs: hints.states["B"].access = [{ actions, resources, reason }].',
    },
  ]);
});

test("a policy that no role can hold is an error", () => {
  const states = Object.fromEntries(
    Array.from({ length: 400 }, (_, index) => [
      `S${index}`,
      publish({ Arguments: { TopicArn: `arn:aws:sns:${account}:${"t".repeat(120)}${index}` } }),
    ]),
  );
  expect(grantedBy(machine(states)).at(-1)).toBe("error iam/policy-too-large");
});

test("a constant variable names the resource; one that is assigned twice names both", () => {
  const definition = machine({
    Set: { Type: "Pass", Assign: { topic: "arn:aws:sns:::a", other: "arn:aws:sns:::b" }, Next: "Again" },
    Again: { Type: "Pass", Assign: { other: "arn:aws:sns:::c" }, Next: "A" },
    A: publish({ Arguments: { TopicArn: "{% $topic %}" }, Next: "B" }),
    B: publish({ Arguments: { TopicArn: "{% $other %}" } }),
  });
  expect(grantedBy(definition)).toEqual([
    "sns:Publish on arn:aws:sns:::a",
    "sns:Publish on arn:aws:sns:::b arn:aws:sns:::c",
  ]);
});

test("lists the placeholders that deployment must fill, with their kinds and where they come from", () => {
  const send = { Type: "Task", Resource: "arn:${Partition}:states:::sqs:sendMessage", End: true };
  const definition = machine({ A: { ...send, Arguments: { QueueUrl: "${OrdersQueueUrl}", MessageBody: "${Stage}" } } });
  const { placeholders } = derivePolicies(definition, {
    name: "Orders",
    placeholders: [{ name: "OrdersQueueUrl", kind: "queue-url" }],
  });
  expect(placeholders).toEqual([
    { name: "AccountId", kind: "account-id" },
    { name: "OrdersQueueArn", kind: "queue-arn", from: "OrdersQueueUrl" },
    { name: "Partition", kind: "partition" },
    { name: "Region", kind: "region" },
  ]);
});

test("every action that is written by hand exists", () => {
  const lines = grantedBy(machine({ A: { Type: "Succeed" } }), { logging: true, tracing: true });
  for (const action of lines[0]!.split(" on ")[0]!.split(" ")) expect(authorizedAction(action), action).toBeDefined();
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the end of the placeholders.
