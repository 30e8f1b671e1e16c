import { account, arn, calls, type RequiredCall, role } from "./required-call.js";

/** A machine of many steps: what it may do, its neighbours may not. */
export const shopDefinition = {
  QueryLanguage: "JSONata",
  StartAt: "Load",
  States: {
    Load: task("dynamodb:getItem", { TableName: "orders" }, "Save"),
    Save: task("dynamodb:putItem", { TableName: "shipments" }, "Charge"),
    Charge: task("lambda:invoke", { FunctionName: "charge" }, "Notify"),
    Notify: task("sns:publish", { TopicArn: arn("sns", "orders"), Message: "m" }, "Queue"),
    Queue: task("sqs:sendMessage", { QueueUrl: `https://sqs.eu-west-1.amazonaws.com/${account}/pack` }, "Fetch"),
    Fetch: task("aws-sdk:s3:getObject", { Bucket: "invoices", Key: "{% '2026/' & $states.input.id %}" }, "Ship"),
    Ship: task("states:startExecution.sync:2", { StateMachineArn: arn("states", "stateMachine:Ship") }, "Report"),
    Report: task("glue:startJobRun.sync", { JobName: "report" }, "Announce"),
    Announce: task("events:putEvents", { Entries: [{ EventBusName: "shop" }] }, "Remind"),
    Remind: task(
      "aws-sdk:scheduler:createSchedule",
      { Name: "remind", Target: { Arn: arn("sns", "orders"), RoleArn: role("remind") } },
      "Secret",
    ),
    Secret: { ...task("aws-sdk:ssm:getParameter", { Name: "/shop/limit" }, ""), Next: undefined, End: true },
  },
};

function task(resource: string, args: object, next: string) {
  return { Type: "Task", Resource: `arn:aws:states:::${resource}`, Arguments: args, Next: next };
}

const tables = ["orders", "shipments", "customers", "orders-archive"].map((name) => arn("dynamodb", `table/${name}`));
const functions = ["refund", "charge-all", "mycharge"].map((name) => arn("lambda", `function:${name}`));

/** What the machine is allowed, to show that the calls below are near misses. */
export const allowedCalls: readonly RequiredCall[] = [
  ...calls("dynamodb:GetItem", tables[0]!),
  ...calls("dynamodb:PutItem", tables[1]!),
  ...calls("lambda:InvokeFunction", arn("lambda", "function:charge")),
  ...calls("s3:GetObject", "arn:aws:s3:::invoices/2026/1.pdf"),
];

/** Other actions on the same resources, the same actions on other resources, and both: all to be denied. */
export const neighbouringCalls: readonly RequiredCall[] = [
  ...calls(
    "dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:Scan dynamodb:Query dynamodb:BatchGetItem dynamodb:BatchWriteItem dynamodb:DeleteTable dynamodb:UpdateTable dynamodb:DescribeTable",
    ...tables,
  ),
  ...calls("dynamodb:GetItem", ...tables.slice(1), arn("dynamodb", "table/order"), arn("dynamodb", "table/orders2")),
  ...calls("dynamodb:PutItem", tables[0]!, ...tables.slice(2), arn("dynamodb", "table/shipment")),
  ...calls("dynamodb:Query dynamodb:Scan", arn("dynamodb", "table/orders/index/byDay")),
  ...calls(
    "dynamodb:ConditionCheckItem dynamodb:PartiQLSelect dynamodb:PartiQLDelete dynamodb:CreateBackup",
    ...tables,
  ),
  ...calls("lambda:InvokeFunction", ...functions, arn("lambda", "function:charge2"), arn("lambda", "function:charg")),
  ...calls(
    "lambda:UpdateFunctionCode lambda:DeleteFunction lambda:GetFunction lambda:AddPermission lambda:PublishVersion lambda:UpdateFunctionConfiguration",
    arn("lambda", "function:charge"),
    ...functions,
  ),
  ...calls("sns:Publish", arn("sns", "orders2"), arn("sns", "order"), arn("sns", "refunds"), arn("sns", "orders-dead")),
  ...calls(
    "sns:Subscribe sns:DeleteTopic sns:SetTopicAttributes sns:AddPermission sns:GetTopicAttributes sns:ListSubscriptionsByTopic",
    arn("sns", "orders"),
  ),
  ...calls("sqs:SendMessage", arn("sqs", "pack2"), arn("sqs", "pac"), arn("sqs", "pack-dead"), arn("sqs", "refund")),
  ...calls(
    "sqs:ReceiveMessage sqs:DeleteMessage sqs:PurgeQueue sqs:DeleteQueue sqs:SetQueueAttributes sqs:GetQueueAttributes sqs:AddPermission",
    arn("sqs", "pack"),
  ),
  ...calls(
    "s3:GetObject",
    "arn:aws:s3:::invoices/2025/1.pdf",
    "arn:aws:s3:::invoices/1.pdf",
    "arn:aws:s3:::invoices2/2026/1.pdf",
    "arn:aws:s3:::receipts/2026/1.pdf",
  ),
  ...calls(
    "s3:PutObject s3:DeleteObject s3:GetObjectVersion s3:PutObjectAcl s3:GetObjectTagging s3:GetObjectAcl",
    "arn:aws:s3:::invoices/2026/1.pdf",
  ),
  ...calls("s3:ListBucket s3:DeleteBucket s3:PutBucketPolicy s3:GetBucketPolicy", "arn:aws:s3:::invoices"),
  ...calls(
    "states:StartExecution",
    arn("states", "stateMachine:Shipping"),
    arn("states", "stateMachine:Refund"),
    arn("states", "stateMachine:Orders"),
  ),
  ...calls(
    "states:UpdateStateMachine states:DeleteStateMachine states:DescribeStateMachine states:StartSyncExecution",
    arn("states", "stateMachine:Ship"),
    arn("states", "stateMachine:Orders"),
  ),
  ...calls(
    "states:DescribeExecution states:StopExecution",
    arn("states", "execution:Shipping:0a1b"),
    arn("states", "execution:Ship/lines:0a1b"),
    arn("states", "execution:Orders:0a1b"),
  ),
  ...calls("states:GetExecutionHistory states:RedriveExecution", arn("states", "execution:Ship:0a1b")),
  ...calls("states:SendTaskSuccess states:SendTaskFailure states:ListStateMachines", "*"),
  ...calls(
    "glue:StartJobRun glue:GetJobRun glue:BatchStopJobRun",
    arn("glue", "job/reports"),
    arn("glue", "job/export"),
  ),
  ...calls("glue:DeleteJob glue:UpdateJob glue:GetJob", arn("glue", "job/report")),
  ...calls("events:PutEvents", arn("events", "event-bus/default"), arn("events", "event-bus/shop2")),
  ...calls("events:DeleteEventBus events:DescribeEventBus", arn("events", "event-bus/shop")),
  ...calls(
    "events:PutRule events:PutTargets",
    arn("events", "rule/mine"),
    arn("events", "rule/StepFunctionsGetEventsForECSTaskRule"),
  ),
  ...calls(
    "events:DeleteRule events:RemoveTargets events:DisableRule",
    arn("events", "rule/StepFunctionsGetEventsForStepFunctionsExecutionRule"),
  ),
  ...calls(
    "scheduler:CreateSchedule",
    arn("scheduler", "schedule/default/remind2"),
    arn("scheduler", "schedule/other/remind"),
  ),
  ...calls(
    "scheduler:UpdateSchedule scheduler:DeleteSchedule scheduler:GetSchedule",
    arn("scheduler", "schedule/default/remind"),
  ),
  ...[
    { role: "remind", service: "ec2.amazonaws.com" },
    { role: "remind", service: "lambda.amazonaws.com" },
    { role: "remind", service: "states.amazonaws.com" },
    { role: "admin", service: "scheduler.amazonaws.com" },
    { role: "remind2", service: "scheduler.amazonaws.com" },
  ].map((passed) => ({
    action: "iam:PassRole",
    resource: role(passed.role),
    context: { "iam:PassedToService": passed.service },
  })),
  ...calls(
    "iam:GetRole iam:PutRolePolicy iam:AttachRolePolicy iam:DeleteRole iam:UpdateAssumeRolePolicy",
    role("remind"),
  ),
  ...calls("sts:AssumeRole", role("remind"), role("admin")),
  ...calls("ssm:GetParameter", arn("ssm", "parameter/shop/limits"), arn("ssm", "parameter/shop/limit/deep")),
  ...calls(
    "ssm:GetParameters ssm:PutParameter ssm:DeleteParameter ssm:GetParameterHistory",
    arn("ssm", "parameter/shop/limit"),
  ),
  ...calls("kms:Decrypt kms:Encrypt kms:GenerateDataKey", arn("kms", "key/0a1b")),
  ...calls("secretsmanager:GetSecretValue", arn("secretsmanager", "secret:shop-0a1b2c")),
  ...calls("logs:CreateLogDelivery logs:PutResourcePolicy xray:PutTraceSegments", "*"),
  ...calls("batch:DescribeJobs ecs:ListClusters", "*"),
];
