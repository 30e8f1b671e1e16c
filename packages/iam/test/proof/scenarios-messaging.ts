import { arn, calls, managedRule, passRole, type RequiredCall, role, type Scenario } from "./required-call.js";

const topic = arn("sns", "orders");
const queueKey = arn("kms", "key/0a1b");
const machine = arn("states", "stateMachine:Ship");
const self = arn("states", "stateMachine:Orders");
const connection = arn("events", "connection/shop/0a1b");
const secret = arn("secretsmanager", "secret:events!connection/shop/0a1b-2c3d");

function viaSqs(action: string): RequiredCall {
  return { action, resource: queueKey, context: { "kms:ViaService": "sqs.eu-west-1.amazonaws.com" } };
}

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html */
export const messagingScenarios: readonly Scenario[] = [
  ...["sns:publish", "sns:publish.waitForTaskToken"].map((resource) => ({
    title: resource,
    resource,
    arguments: { TopicArn: topic, Message: "m" },
    bounded: ["TopicArn"],
    calls: calls("sns:Publish", topic),
  })),
  ...["sqs:sendMessage", "sqs:sendMessage.waitForTaskToken"].map((resource) => ({
    title: resource,
    resource,
    arguments: { QueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/pack", MessageBody: "m" },
    bounded: ["QueueUrl"],
    calls: calls("sqs:SendMessage", arn("sqs", "pack")),
  })),
  {
    title: "sqs:sendMessage to an encrypted queue",
    resource: "sqs:sendMessage",
    arguments: { QueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/pack", MessageBody: "m" },
    declared: { KmsKeyArn: queueKey },
    calls: [...calls("sqs:SendMessage", arn("sqs", "pack")), viaSqs("kms:Decrypt"), viaSqs("kms:GenerateDataKey")],
  },
  {
    title: "aws-sdk:sqs:receiveMessage from an encrypted queue",
    resource: "aws-sdk:sqs:receiveMessage",
    arguments: { QueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/pack" },
    declared: { KmsKeyArn: queueKey },
    calls: [...calls("sqs:ReceiveMessage", arn("sqs", "pack")), viaSqs("kms:Decrypt")],
  },
  {
    title: "sns:publish to an encrypted topic",
    resource: "sns:publish",
    arguments: { TopicArn: topic, Message: "m" },
    declared: { KmsKeyArn: queueKey },
    calls: [
      ...calls("sns:Publish", topic),
      ...["kms:Decrypt", "kms:GenerateDataKey"].map((action) => ({
        action,
        resource: queueKey,
        context: { "kms:ViaService": "sns.eu-west-1.amazonaws.com" },
      })),
    ],
  },
  {
    title: "an encrypted activity",
    resource: arn("states", "activity:pack"),
    arguments: {},
    declared: { KmsKeyArn: queueKey },
    calls: ["kms:Decrypt", "kms:GenerateDataKey"].map((action) => ({
      action,
      resource: queueKey,
      context: { "kms:EncryptionContext:aws:states:activityArn": arn("states", "activity:pack") },
    })),
  },
  {
    title: "events:putEvents",
    resource: "events:putEvents",
    arguments: { Entries: [{ EventBusName: "shop", Source: "s" }, { Source: "s" }] },
    calls: calls("events:PutEvents", arn("events", "event-bus/shop"), arn("events", "event-bus/default")),
  },
  ...["states:startExecution", "states:startExecution.waitForTaskToken"].map((resource) => ({
    title: resource,
    resource,
    arguments: { StateMachineArn: machine, Input: {} },
    bounded: ["StateMachineArn"],
    calls: calls("states:StartExecution", machine),
  })),
  ...[".sync", ".sync:2"].map((pattern) => ({
    title: `states:startExecution${pattern}`,
    resource: `states:startExecution${pattern}`,
    arguments: { StateMachineArn: machine, Input: {} },
    bounded: ["StateMachineArn"],
    calls: [
      ...calls("states:StartExecution", machine),
      ...calls("states:DescribeExecution states:StopExecution", arn("states", "execution:Ship:0a1b")),
      ...managedRule("StepFunctionsGetEventsForStepFunctionsExecutionRule"),
    ],
  })),
  {
    title: "aws-sdk:sfn:startSyncExecution",
    resource: "aws-sdk:sfn:startSyncExecution",
    arguments: { StateMachineArn: machine },
    bounded: ["StateMachineArn"],
    calls: calls("states:StartSyncExecution", machine),
  },
  {
    title: "aws-sdk:scheduler:createSchedule",
    resource: "aws-sdk:scheduler:createSchedule",
    arguments: { Name: "remind", Target: { Arn: topic, RoleArn: role("scheduler") } },
    bounded: ["Name"],
    calls: [
      ...calls("scheduler:CreateSchedule", arn("scheduler", "schedule/default/remind")),
      passRole("scheduler", "scheduler.amazonaws.com"),
    ],
  },
  {
    title: "apigateway:invoke with IAM",
    resource: "apigateway:invoke",
    arguments: {
      ApiEndpoint: "a1b2.execute-api.eu-west-1.amazonaws.com",
      Method: "GET",
      Stage: "live",
      Path: "/orders",
      AuthType: "IAM_ROLE",
    },
    bounded: ["ApiEndpoint"],
    calls: calls("execute-api:Invoke", arn("execute-api", "a1b2/live/GET/orders")),
  },
  {
    title: "apigateway:invoke without authorisation",
    resource: "apigateway:invoke",
    arguments: { ApiEndpoint: "a1b2.execute-api.eu-west-1.amazonaws.com", Method: "GET", AuthType: "NO_AUTH" },
    calls: [],
  },
  {
    title: "http:invoke",
    resource: "http:invoke",
    arguments: {
      ApiEndpoint: "https://api.example.com/orders",
      Method: "POST",
      InvocationConfig: { ConnectionArn: connection },
    },
    bounded: ["ApiEndpoint"],
    calls: [
      {
        action: "states:InvokeHTTPEndpoint",
        resource: self,
        context: { "states:HTTPEndpoint": "https://api.example.com/orders", "states:HTTPMethod": "POST" },
      },
      ...calls("events:RetrieveConnectionCredentials", connection),
      ...calls("secretsmanager:GetSecretValue secretsmanager:DescribeSecret", secret),
    ],
  },
];
