import { GetQueryExecutionCommand, StartQueryExecutionCommand } from "@aws-sdk/client-athena";
import { StartBuildCommand } from "@aws-sdk/client-codebuild";
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import { GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { StartSyncExecutionCommand } from "@aws-sdk/client-sfn";
import { literal, object, printTemplate, states, variable } from "@treadle/expressions";
import { expect, test } from "vitest";
import { awsSdk, optimized } from "../index.js";

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.

test.each([
  [awsSdk(PutItemCommand), "dynamodb:putItem"],
  [awsSdk(ListObjectsV2Command), "s3:listObjectsV2"],
  [awsSdk(GetSecretValueCommand), "secretsmanager:getSecretValue"],
  [awsSdk(StartSyncExecutionCommand), "sfn:startSyncExecution"],
])("%# reads service and action off the command class", ({ definition }, action) => {
  expect(definition.resource).toBe(`arn:\${Partition}:states:::aws-sdk:${action}`);
});

test("passes arguments and output through, and repeats nothing by itself", () => {
  const { definition } = awsSdk(PutItemCommand);
  expect(definition.arguments(variable("x"))).toEqual(variable("x"));
  expect(definition.output(states("result"))).toEqual(states("result"));
  expect(definition.retry).toEqual([]);
  expect(definition.placeholders).toEqual([{ name: "Partition", kind: "partition" }]);
});

test("writes constants beside the arguments of the step, which cannot replace them", () => {
  const { definition } = awsSdk(PutItemCommand, { constants: { TableName: "${OrdersTable}" } });
  expect(printTemplate(definition.arguments(object({ Item: literal({}) })))).toEqual({
    TableName: "${OrdersTable}",
    Item: {},
  });
  expect(definition.arguments(variable("x"))).toMatchObject({ kind: "call", callee: "merge" });
  expect(definition.placeholders[0]).toEqual({ name: "OrdersTable", kind: "table-name" });
});

test("keeps what policies must know, with its placeholders", () => {
  const bounds = { Key: { within: "${Prefix}/*" }, Bucket: { oneOf: ["${A}", "${B}"] }, RoleArn: ["${ReaderArn}"] };
  const { definition } = awsSdk(GetObjectCommand, { bounds });
  expect(definition.bounds).toEqual(bounds);
  expect(definition.placeholders).toEqual([
    { name: "Prefix", kind: "text" },
    { name: "A", kind: "text" },
    { name: "B", kind: "text" },
    { name: "ReaderArn", kind: "role-arn" },
    { name: "Partition", kind: "partition" },
  ]);
});

test("refuses errors of another service, and says how its own are named", () => {
  expect(() => awsSdk(PutItemCommand, { errors: ["DynamoDB.ConditionalCheckFailedException"] })).toThrow(
    '"DynamoDB.ConditionalCheckFailedException" is no error of aws-sdk:dynamodb:putItem: the names of its errors begin with "DynamoDb.".',
  );
});

test("refuses what is no command of a client", () => {
  class FakeCommand {}
  expect(() => awsSdk(FakeCommand as never)).toThrow("FakeCommand is no command of an AWS SDK v3 client");
});

test("an optimised action is called by its own name, awaited or not", () => {
  expect(optimized("athena:startQueryExecution", StartQueryExecutionCommand).definition.resource).toBe(
    "arn:${Partition}:states:::athena:startQueryExecution",
  );
  const { definition } = optimized(
    "athena:startQueryExecution.sync",
    StartQueryExecutionCommand,
    GetQueryExecutionCommand,
    { constants: { WorkGroup: "reports" } },
  );
  expect(definition.resource).toBe("arn:${Partition}:states:::athena:startQueryExecution.sync");
  expect(printTemplate(definition.arguments(object({ QueryString: literal("SELECT 1") })))).toEqual({
    WorkGroup: "reports",
    QueryString: "SELECT 1",
  });
});

test("an optimised action takes its own command only", () => {
  expect(() => optimized("codebuild:startBuildBatch", StartBuildCommand)).toThrow(
    "StartBuildCommand of CodeBuild is not the command of codebuild:startBuildBatch.",
  );
  expect(() => optimized("codebuild:startBuild", StartQueryExecutionCommand)).toThrow(TypeError);
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the end of the placeholders.
