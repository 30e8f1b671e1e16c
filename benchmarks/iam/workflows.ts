import { arn, place } from "./statement.ts";

/** The CDK as it is at hand here: without its types, which are not installed. */
export interface CdkModules {
  // biome-ignore lint/suspicious/noExplicitAny: the package is installed by the benchmark, so there are no types to check by.
  readonly sfn: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly tasks: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly service: (name: string) => any;
}

/** A right that AWS's documentation says the workflow needs, and enough for it. */
export interface Need {
  readonly actions: string;
  readonly resources: readonly string[];
  /** As much as is not called wider, where that is more. */
  readonly upTo?: readonly string[];
  readonly condition?: { readonly [operator: string]: { readonly [key: string]: string } };
}

export interface Workflow {
  readonly title: string;
  readonly needs: readonly Need[];
  /** What neither definition nor CDK construct names, as a hint for the state `Call`. */
  readonly hints?: { readonly [argument: string]: string };
  readonly build: (scope: object, cdk: CdkModules) => object;
}

const queue = arn("sqs", "pack");
const machine = arn("states", "stateMachine:Ship");
const self = arn("states", "stateMachine:Orders");
const role = (name: string) => `arn:aws:iam::${place.accountId}:role/${name}`;
const onCluster = { ArnLike: { "ecs:cluster": arn("ecs", "cluster/shop") } };
const rule = (name: string): Need => ({
  actions: "events:PutTargets events:PutRule events:DescribeRule",
  resources: [arn("events", `rule/${name}`)],
});
const passRole = (name: string, service: string): Need => ({
  actions: "iam:PassRole",
  resources: [role(name)],
  condition: { StringEquals: { "iam:PassedToService": service } },
});

export const workflows: readonly Workflow[] = [
  {
    title: "Lambda function",
    needs: [
      {
        actions: "lambda:InvokeFunction",
        resources: [arn("lambda", "function:charge"), `${arn("lambda", "function:charge")}:*`],
      },
    ],
    build: (scope, { tasks, service }) =>
      new tasks.LambdaInvoke(scope, "Call", {
        lambdaFunction: service("lambda").Function.fromFunctionArn(scope, "F", arn("lambda", "function:charge")),
      }),
  },
  {
    title: "DynamoDB item",
    needs: [{ actions: "dynamodb:GetItem", resources: [arn("dynamodb", "table/orders")] }],
    build: (scope, { tasks, service }) =>
      new tasks.DynamoGetItem(scope, "Call", {
        table: service("dynamodb").Table.fromTableName(scope, "T", "orders"),
        key: { id: tasks.DynamoAttributeValue.fromString("1") },
      }),
  },
  {
    title: "SQS queue, in JSONata",
    needs: [{ actions: "sqs:SendMessage", resources: [queue] }],
    build: (scope, { tasks, service, sfn }) =>
      tasks.SqsSendMessage.jsonata(scope, "Call", {
        queue: service("sqs").Queue.fromQueueArn(scope, "Q", queue),
        messageBody: sfn.TaskInput.fromText("m"),
      }),
  },
  {
    title: "Nested workflow, awaited",
    needs: [
      { actions: "states:StartExecution", resources: [machine] },
      { actions: "states:DescribeExecution states:StopExecution", resources: [arn("states", "execution:Ship:*")] },
      rule("StepFunctionsGetEventsForStepFunctionsExecutionRule"),
    ],
    build: (scope, { tasks, sfn }) =>
      new tasks.StepFunctionsStartExecution(scope, "Call", {
        stateMachine: sfn.StateMachine.fromStateMachineArn(scope, "M", machine),
        integrationPattern: sfn.IntegrationPattern.RUN_JOB,
      }),
  },
  {
    title: "Glue job, awaited",
    needs: [
      {
        actions: "glue:StartJobRun glue:GetJobRun glue:GetJobRuns glue:BatchStopJobRun",
        resources: [arn("glue", "job/nightly")],
      },
    ],
    build: (scope, { tasks, sfn }) =>
      new tasks.GlueStartJobRun(scope, "Call", {
        glueJobName: "nightly",
        integrationPattern: sfn.IntegrationPattern.RUN_JOB,
      }),
  },
  {
    title: "Batch job, awaited",
    needs: [
      {
        actions: "batch:SubmitJob",
        resources: [
          arn("batch", "job-definition/resize"),
          arn("batch", "job-definition/resize:*"),
          arn("batch", "job-queue/slow"),
        ],
      },
      { actions: "batch:DescribeJobs batch:TerminateJob", resources: ["*"] },
      rule("StepFunctionsGetEventsForBatchJobsRule"),
    ],
    build: (scope, { tasks }) =>
      new tasks.BatchSubmitJob(scope, "Call", {
        jobName: "j",
        jobDefinitionArn: arn("batch", "job-definition/resize"),
        jobQueueArn: arn("batch", "job-queue/slow"),
      }),
  },
  {
    title: "ECS task, awaited",
    hints: { "TaskDefinition.TaskRoleArn": role("pack-task"), "TaskDefinition.ExecutionRoleArn": role("pack-start") },
    needs: [
      { actions: "ecs:RunTask", resources: [arn("ecs", "task-definition/ShopPack:*")], condition: onCluster },
      { actions: "ecs:DescribeTasks ecs:StopTask", resources: [arn("ecs", "task/*")], condition: onCluster },
      passRole("pack-task", "ecs-tasks.amazonaws.com"),
      passRole("pack-start", "ecs-tasks.amazonaws.com"),
      rule("StepFunctionsGetEventsForECSTaskRule"),
    ],
    build: (scope, { tasks, service, sfn }) => {
      const ecs = service("ecs");
      const iam = service("iam");
      const taskDefinition = new ecs.FargateTaskDefinition(scope, "Pack", {
        family: "ShopPack",
        taskRole: iam.Role.fromRoleArn(scope, "TaskRole", role("pack-task"), { mutable: false }),
        executionRole: iam.Role.fromRoleArn(scope, "StartRole", role("pack-start"), { mutable: false }),
      });
      taskDefinition.addContainer("pack", { image: ecs.ContainerImage.fromRegistry("pack") });
      const vpc = service("ec2").Vpc.fromVpcAttributes(scope, "V", {
        vpcId: "vpc-0a1b2c3d",
        availabilityZones: ["eu-west-1a"],
        privateSubnetIds: ["subnet-0a1b2c3d"],
      });
      return new tasks.EcsRunTask(scope, "Call", {
        cluster: ecs.Cluster.fromClusterAttributes(scope, "C", { clusterName: "shop", vpc, securityGroups: [] }),
        taskDefinition,
        launchTarget: new tasks.EcsFargateLaunchTarget(),
        integrationPattern: sfn.IntegrationPattern.RUN_JOB,
      });
    },
  },
  {
    title: "Distributed map over an object",
    needs: [
      { actions: "states:StartExecution", resources: [self] },
      {
        actions: "states:DescribeExecution states:StopExecution",
        resources: [arn("states", "execution:Orders:*")],
        // AWS's own policy has the first; children are named by the second.
        upTo: [arn("states", "execution:Orders:*"), arn("states", "execution:Orders/lines:*")],
      },
      { actions: "states:RedriveExecution", resources: [arn("states", "execution:Orders/lines:*")] },
      { actions: "s3:GetObject", resources: ["arn:aws:s3:::orders-in/day.csv"] },
      {
        actions: "s3:PutObject s3:GetObject s3:ListMultipartUploadParts s3:AbortMultipartUpload",
        resources: ["arn:aws:s3:::orders-out/run/*"],
      },
    ],
    build: (scope, { service, sfn }) => {
      const s3 = service("s3");
      const map = new sfn.DistributedMap(scope, "Call", {
        label: "lines",
        itemReader: new sfn.S3CsvItemReader({
          bucket: s3.Bucket.fromBucketName(scope, "In", "orders-in"),
          key: "day.csv",
          csvHeaders: sfn.CsvHeaders.useFirstRow(),
        }),
        resultWriter: new sfn.ResultWriter({
          bucket: s3.Bucket.fromBucketName(scope, "Out", "orders-out"),
          prefix: "run",
        }),
      });
      return map.itemProcessor(new sfn.Pass(scope, "Each"));
    },
  },
  {
    title: "HTTP endpoint",
    needs: [
      {
        actions: "states:InvokeHTTPEndpoint",
        resources: [self],
        condition: {
          StringEquals: { "states:HTTPEndpoint": "https://api.example.com/orders", "states:HTTPMethod": "POST" },
        },
      },
      { actions: "events:RetrieveConnectionCredentials", resources: [arn("events", "connection/shop/0a1b")] },
      {
        actions: "secretsmanager:GetSecretValue secretsmanager:DescribeSecret",
        resources: [arn("secretsmanager", "secret:events!connection/shop/0a1b-2c3d")],
        // The end of the name is not in the definition, and AWS's own policy for HTTP tasks leaves it open.
        upTo: [arn("secretsmanager", "secret:events!connection/shop/*")],
      },
    ],
    build: (scope, { tasks, service, sfn }) =>
      new tasks.HttpInvoke(scope, "Call", {
        apiRoot: "https://api.example.com",
        apiEndpoint: sfn.TaskInput.fromText("orders"),
        method: sfn.TaskInput.fromText("POST"),
        connection: service("events").Connection.fromConnectionAttributes(scope, "C", {
          connectionName: "shop",
          connectionArn: arn("events", "connection/shop/0a1b"),
          connectionSecretArn: arn("secretsmanager", "secret:events!connection/shop/0a1b-2c3d"),
        }),
      }),
  },
  {
    title: "S3 listing by the SDK integration",
    needs: [
      {
        actions: "s3:ListBucket",
        resources: ["arn:aws:s3:::orders-in"],
        condition: { StringLike: { "s3:prefix": "day/" } },
      },
    ],
    build: (scope, { tasks }) =>
      new tasks.CallAwsService(scope, "Call", {
        service: "s3",
        action: "listObjectsV2",
        parameters: { Bucket: "orders-in", Prefix: "day/" },
        iamResources: ["arn:aws:s3:::orders-in"],
      }),
  },
];
