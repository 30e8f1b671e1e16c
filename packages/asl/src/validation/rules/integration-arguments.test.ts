import { describeCases, jsonataState, pathState } from "../../../test/validation-cases.js";

const required: readonly [api: string, given: Record<string, unknown>, missing: string][] = [
  ["lambda:invoke", { FunctionName: "f" }, "FunctionName"],
  ["sqs:sendMessage", { QueueUrl: "q", MessageBody: "b" }, "QueueUrl"],
  [
    "sqs:sendMessage.waitForTaskToken",
    { QueueUrl: "q", MessageBody: "b", MessageAttributes: "{% $states.context.Task.Token %}" },
    "MessageBody",
  ],
  ["sns:publish", { TopicArn: "t", Message: "m" }, "Message"],
  ["dynamodb:getItem", { TableName: "t", Key: {} }, "Key"],
  ["dynamodb:putItem", { TableName: "t", Item: {} }, "Item"],
  ["dynamodb:updateItem", { TableName: "t", Key: {} }, "TableName"],
  ["dynamodb:deleteItem", { TableName: "t", Key: {} }, "Key"],
  ["states:startExecution.sync:2", { StateMachineArn: "a" }, "StateMachineArn"],
  ["events:putEvents", { Entries: [] }, "Entries"],
  ["ecs:runTask.sync", { TaskDefinition: "t" }, "TaskDefinition"],
  ["glue:startJobRun", { JobName: "j" }, "JobName"],
];
const omit = (given: Record<string, unknown>, field: string) =>
  Object.fromEntries(Object.entries(given).filter(([name]) => name !== field));

describeCases([
  ...required.map(([api, given, missing]) => ({
    title: `reports ${api} without ${missing}`,
    refused: jsonataState({ Type: "Task", Resource: `arn:aws:states:::${api}`, Arguments: omit(given, missing) }),
    findings: ["missing-arguments at /States/X/Arguments"] as const,
    accepted: jsonataState({ Type: "Task", Resource: `arn:aws:states:::${api}`, Arguments: given }),
  })),
  ...["constructor:name", "lambda:constructor"].map((api) => ({
    title: `demands no arguments of ${api}, which is none`,
    refused: jsonataState({ Type: "Task", Resource: `arn:aws:states:::${api}`, Arguments: {} }),
    findings: ["unknown-integration at /States/X/Resource"] as const,
    accepted: jsonataState({ Type: "Task", Resource: "arn:aws:states:::aws-sdk:s3:listBuckets", Arguments: {} }),
  })),
  ...["Count", "StartedBy"].map((name) => ({
    title: `reports a ${name} that ecs:runTask.sync sets itself`,
    refused: jsonataState({
      Type: "Task",
      Resource: "arn:aws:states:::ecs:runTask.sync",
      Arguments: { TaskDefinition: "t", [name]: 2 },
    }),
    findings: ["unsupported-field at /States/X/Arguments"] as const,
    accepted: jsonataState({
      Type: "Task",
      Resource: "arn:aws:states:::ecs:runTask",
      Arguments: { TaskDefinition: "t", [name]: 2 },
    }),
  })),
  {
    title: "reports a path to what the integration sets itself",
    refused: pathState({
      Type: "Task",
      Resource: "arn:aws:states:::ecs:runTask.sync",
      Parameters: { TaskDefinition: "t", "Count.$": "$.count" },
    }),
    findings: ["unsupported-field at /States/X/Parameters"],
    accepted: pathState({
      Type: "Task",
      Resource: "arn:aws:states:::ecs:runTask.waitForTaskToken",
      Parameters: { TaskDefinition: "t", "Count.$": "$.count", "Group.$": "$$.Task.Token" },
    }),
  },
  {
    title: "reports an integration without Parameters",
    refused: pathState({ Type: "Task", Resource: "arn:aws:states:::aws-sdk:s3:listBuckets" }),
    findings: ["missing-arguments at /States/X"],
    accepted: pathState({ Type: "Task", Resource: "arn:aws:states:::aws-sdk:s3:listBuckets", Parameters: {} }),
  },
  {
    title: "reports an integration without Arguments, and takes an expression for all of them",
    refused: jsonataState({ Type: "Task", Resource: "arn:aws:states:::lambda:invoke" }),
    findings: ["missing-arguments at /States/X"],
    accepted: jsonataState({
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Arguments: "{% $states.input %}",
    }),
  },
  {
    title: "takes a key ending in .$ in JSONPath only",
    refused: jsonataState({
      Type: "Task",
      Resource: "arn:aws:states:::sns:publish",
      Arguments: { TopicArn: "t", "Message.$": "$" },
    }),
    findings: ["missing-arguments at /States/X/Arguments"],
    accepted: pathState({
      Type: "Task",
      Resource: "arn:aws:states:::sns:publish",
      Parameters: { TopicArn: "t", "Message.$": "$" },
    }),
  },
]);

const expected: readonly [api: string, given: Record<string, unknown>, missing: string][] = [
  ["batch:submitJob.sync", { JobName: "j", JobQueue: "q", JobDefinition: "d" }, "JobQueue"],
  ["athena:startQueryExecution.sync", { QueryString: "SELECT 1" }, "QueryString"],
  ["apigateway:invoke", { ApiEndpoint: "a", Method: "GET" }, "Method"],
  ["bedrock:invokeModel", { ModelId: "m" }, "ModelId"],
  ["codebuild:startBuild.sync", { ProjectName: "p" }, "ProjectName"],
  ["http:invoke", { ApiEndpoint: "https://a.b", Method: "GET", InvocationConfig: {} }, "InvocationConfig"],
  ["http:invoke", { ApiEndpoint: "https://a.b", Method: "GET", Authentication: {} }, "Authentication"],
  ["sns:publish", { PhoneNumber: "+31", Message: "m" }, "PhoneNumber"],
];

describeCases(
  expected.map(([api, given, missing]) => ({
    title: `warns of ${api} without ${missing}`,
    refused: jsonataState({ Type: "Task", Resource: `arn:aws:states:::${api}`, Arguments: omit(given, missing) }),
    findings: ["incomplete-arguments at /States/X/Arguments"] as const,
    accepted: jsonataState({ Type: "Task", Resource: `arn:aws:states:::${api}`, Arguments: given }),
  })),
);
