// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.
import type { TaskMock } from "@treadle/simulator";

export interface TaskCase {
  readonly name: string;
  /** What stands before the workflow. */
  readonly declared?: string;
  /** The workflow's steps; the task's is called `step`. */
  readonly steps: string;
  readonly state: object;
  readonly mock: TaskMock;
  readonly output?: unknown;
  readonly error?: string;
  readonly policy: readonly string[];
}

const id = "{% $states.context.Execution.Input.id %}";

/** The right to the rule by which Step Functions hears of the end of a job. */
const rule = (name: string) =>
  `events:DescribeRule events:PutRule events:PutTargets on arn:\${Partition}:events:\${Region}:\${AccountId}:rule/${name}`;

export const taskCases: readonly TaskCase[] = [
  {
    name: "lambda.invoke, typed by the handler",
    declared: "async function handler(event: { id: string }) { return { paidAt: new Date(0), id: event.id }; }",
    steps: `
      .task("step", lambda.invoke<typeof handler>("\${ChargeFunctionArn}"), (s) => ({ id: s.input.id }), { retry: [] })
      .return((s) => s.step.paidAt)`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::lambda:invoke",
      Arguments: { FunctionName: "${ChargeFunctionArn}", Payload: { id: id } },
      Output: "{% $states.result.Payload.paidAt %}",
      End: true,
    },
    mock: { value: { paidAt: "1970-01-01T00:00:00.000Z", id: "7" } },
    output: "1970-01-01T00:00:00.000Z",
    policy: ["lambda:InvokeFunction on ${ChargeFunctionArn} ${ChargeFunctionArn}:*"],
  },
  {
    name: "ecs.runTask",
    declared:
      'const target = { taskDefinition: "ship:3", cluster: "${OrdersClusterArn}", launchType: "FARGATE", taskRole: "${ShipRoleArn}", executionRole: null } as const;',
    steps: `
      .task("step", ecs.runTask(target), (s) => ({
        NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ["subnet-1"] } },
        Overrides: { ContainerOverrides: [{ Name: "main", Environment: [{ Name: "ID", Value: s.input.id }] }] },
      }))
      .return((s) => s.step.Tasks.map((task) => task.TaskArn))`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::ecs:runTask",
      Arguments: {
        TaskDefinition: "ship:3",
        Cluster: "${OrdersClusterArn}",
        LaunchType: "FARGATE",
        NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ["subnet-1"] } },
        Overrides: { ContainerOverrides: [{ Name: "main", Environment: [{ Name: "ID", Value: id }] }] },
      },
      Output: "{% [$states.result.Tasks.TaskArn] %}",
      End: true,
    },
    mock: { output: { Tasks: [{ TaskArn: "t" }], Failures: [] } },
    output: ["t"],
    policy: [
      'ecs:RunTask on arn:${Partition}:ecs:${Region}:${AccountId}:task-definition/ship:3 if {"ArnLike":{"ecs:cluster":["${OrdersClusterArn}"]}}',
      'iam:PassRole on ${ShipRoleArn} if {"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}',
    ],
  },
  {
    name: "ecs.runTask.sync",
    declared:
      'const target = { taskDefinition: "${ShipTaskDefinitionArn}", taskRole: null, executionRole: "${PullRoleArn}" };',
    steps: `
      .task("step", ecs.runTask.sync(target), () => ({}), {
        catch: [{ errorEquals: ["States.TaskFailed"], next: (f) => f.fail("Failed", { error: "Ship.Failed" }) }],
      })
      .return((s) => s.step.LastStatus)`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::ecs:runTask.sync",
      Arguments: { TaskDefinition: "${ShipTaskDefinitionArn}" },
      Output: "{% $states.result.LastStatus %}",
      Catch: [{ ErrorEquals: ["States.TaskFailed"], Next: "step.Failed" }],
      End: true,
    },
    mock: { output: { LastStatus: "STOPPED", Containers: [] } },
    output: "STOPPED",
    policy: [
      'ecs:DescribeTasks ecs:StopTask on arn:${Partition}:ecs:${Region}:${AccountId}:task/* if {"ArnLike":{"ecs:cluster":["arn:${Partition}:ecs:${Region}:${AccountId}:cluster/default"]}}',
      'ecs:RunTask on ${ShipTaskDefinitionArn} ${ShipTaskDefinitionArn}:* if {"ArnLike":{"ecs:cluster":["arn:${Partition}:ecs:${Region}:${AccountId}:cluster/default"]}}',
      rule("StepFunctionsGetEventsForECSTaskRule"),
      'iam:PassRole on ${PullRoleArn} if {"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}',
    ],
  },
  {
    name: "ecs.runTask, resumed by a container",
    declared: 'const target = { taskDefinition: "ship:3", cluster: "orders", taskRole: null, executionRole: null };',
    steps: `
      .callback("step", resumedBy<{ shipped: boolean }>()(ecs.runTask(target)), (s) => ({
        Overrides: { ContainerOverrides: [{ Name: "main", Environment: [{ Name: "TOKEN", Value: s.token }] }] },
      }), { heartbeatSeconds: 60, timeoutSeconds: 3600 })
      .return((s) => s.step.shipped)`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::ecs:runTask.waitForTaskToken",
      Arguments: {
        TaskDefinition: "ship:3",
        Cluster: "orders",
        Overrides: {
          ContainerOverrides: [
            { Name: "main", Environment: [{ Name: "TOKEN", Value: "{% $states.context.Task.Token %}" }] },
          ],
        },
      },
      TimeoutSeconds: 3600,
      HeartbeatSeconds: 60,
      Output: "{% $states.result.shipped %}",
      End: true,
    },
    mock: { output: { shipped: true } },
    output: true,
    policy: [
      'ecs:RunTask on arn:${Partition}:ecs:${Region}:${AccountId}:task-definition/ship:3 if {"ArnLike":{"ecs:cluster":["arn:${Partition}:ecs:${Region}:${AccountId}:cluster/orders"]}}',
    ],
  },
  {
    name: "batch.submitJob",
    steps: `
      .task("step", batch.submitJob({ jobDefinition: "render:1", jobQueue: "\${RenderQueueArn}" }), (s) => ({
        JobName: "render", Parameters: { id: s.input.id },
      }))
      .return((s) => s.step.JobId)`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::batch:submitJob",
      Arguments: {
        JobDefinition: "render:1",
        JobQueue: "${RenderQueueArn}",
        JobName: "render",
        Parameters: { id: id },
      },
      Output: "{% $states.result.JobId %}",
      End: true,
    },
    mock: { output: { JobArn: "a", JobId: "j", JobName: "render" } },
    output: "j",
    policy: [
      "batch:SubmitJob on ${RenderQueueArn} arn:${Partition}:batch:${Region}:${AccountId}:job-definition/render:1",
    ],
  },
  {
    name: "batch.submitJob.sync",
    steps: `
      .task("step", batch.submitJob.sync({ jobDefinition: "\${RenderJob}", jobQueue: "render" }), () => ({ JobName: "render" }))
      .return((s) => s.step.Status)`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::batch:submitJob.sync",
      Arguments: { JobDefinition: "${RenderJob}", JobQueue: "render", JobName: "render" },
      Output: "{% $states.result.Status %}",
      End: true,
    },
    mock: { error: "States.TaskFailed", cause: "no" },
    error: "States.TaskFailed",
    policy: [
      "batch:DescribeJobs batch:TerminateJob on *",
      "batch:SubmitJob on arn:${Partition}:batch:${Region}:${AccountId}:job-definition/${RenderJob} arn:${Partition}:batch:${Region}:${AccountId}:job-definition/${RenderJob}:* arn:${Partition}:batch:${Region}:${AccountId}:job-queue/render",
      rule("StepFunctionsGetEventsForBatchJobsRule"),
    ],
  },
  {
    name: "glue.startJobRun",
    steps: `
      .task("step", glue.startJobRun("\${CurateJobName}"), (s) => ({ Arguments: { "--id": s.input.id } }))
      .return((s) => s.step.JobRunId)`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::glue:startJobRun",
      Arguments: { JobName: "${CurateJobName}", Arguments: { "--id": id } },
      Output: "{% $states.result.JobRunId %}",
      Retry: [
        {
          ErrorEquals: ["Glue.ConcurrentRunsExceededException"],
          IntervalSeconds: 60,
          MaxAttempts: 5,
          BackoffRate: 2,
          JitterStrategy: "FULL",
        },
      ],
      End: true,
    },
    mock: { output: { JobRunId: "jr" } },
    output: "jr",
    policy: ["glue:StartJobRun on arn:${Partition}:glue:${Region}:${AccountId}:job/${CurateJobName}"],
  },
  {
    name: "glue.startJobRun.sync",
    steps: `
      .task("step", glue.startJobRun.sync("curate"), () => ({ NumberOfWorkers: 2 }), { retry: [] })
      .return((s) => s.step.JobRunState)`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::glue:startJobRun.sync",
      Arguments: { JobName: "curate", NumberOfWorkers: 2 },
      Output: "{% $states.result.JobRunState %}",
      End: true,
    },
    mock: { output: { Id: "jr", JobName: "curate", JobRunState: "SUCCEEDED" } },
    output: "SUCCEEDED",
    policy: [
      "glue:BatchStopJobRun glue:GetJobRun glue:GetJobRuns glue:StartJobRun on arn:${Partition}:glue:${Region}:${AccountId}:job/curate",
    ],
  },
  {
    name: "bedrock.invokeModel",
    declared:
      'const model = bedrock.invokeModel<{ inputText: string }, { results: { outputText: string }[] }>("amazon.nova-lite-v1:0");',
    steps: `
      .task("step", model, (s) => ({ Body: { inputText: s.input.id } }), { retry: [] })
      .return((s) => s.step.Body.results.map((result) => result.outputText))`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::bedrock:invokeModel",
      Arguments: {
        ModelId: "amazon.nova-lite-v1:0",
        ContentType: "application/json",
        Accept: "application/json",
        Body: { inputText: id },
      },
      Output: "{% [$states.result.Body.results.outputText] %}",
      End: true,
    },
    mock: { output: { Body: { results: [{ outputText: "hi" }] }, ContentType: "application/json" } },
    output: ["hi"],
    policy: ["bedrock:InvokeModel on arn:${Partition}:bedrock:${Region}::foundation-model/amazon.nova-lite-v1:0"],
  },
  {
    name: "apiGateway.invoke",
    declared:
      'const orders = apiGateway.invoke<{ ok: boolean }, { id: string }>({ endpoint: "a1.execute-api.eu-west-1.amazonaws.com", method: "POST", stage: "prod", path: "/orders", authType: "IAM_ROLE" });',
    steps: `
      .task("step", orders, (s) => ({ RequestBody: { id: s.input.id } }))
      .return((s) => s.step.ResponseBody.ok)`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::apigateway:invoke",
      Arguments: {
        ApiEndpoint: "a1.execute-api.eu-west-1.amazonaws.com",
        Method: "POST",
        Stage: "prod",
        Path: "/orders",
        AuthType: "IAM_ROLE",
        RequestBody: { id: id },
      },
      Output: "{% $states.result.ResponseBody.ok %}",
      End: true,
    },
    mock: { output: { StatusCode: 200, StatusText: "OK", Headers: {}, ResponseBody: { ok: true } } },
    output: true,
    policy: ["execute-api:Invoke on arn:${Partition}:execute-api:${Region}:${AccountId}:a1/prod/POST/orders"],
  },
  {
    name: "apiGateway.invoke, resumed by the API",
    declared:
      'const ask = resumedBy<{ ok: boolean }>()(apiGateway.invoke<unknown>({ endpoint: "${ApprovalsHost}", method: "PUT" }));',
    steps: `
      .callback("step", ask, (s) => ({ Path: "/approvals", Headers: { "x-token": [s.token] } }))
      .return((s) => s.step.ok)`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::apigateway:invoke.waitForTaskToken",
      Arguments: {
        ApiEndpoint: "${ApprovalsHost}",
        Method: "PUT",
        AuthType: "NO_AUTH",
        Path: "/approvals",
        Headers: { "x-token": "{% [$states.context.Task.Token] %}" },
      },
      Output: "{% $states.result.ok %}",
      End: true,
    },
    mock: { output: { ok: false } },
    output: false,
    policy: [],
  },
  {
    name: "http.invoke",
    declared:
      'const shop = http.invoke<{ paid: boolean }>({ url: "https://shop.example.com/payments", method: "GET", connection: "${ShopConnectionArn}" });',
    steps: `
      .task("step", shop, (s) => ({ QueryParameters: { id: s.input.id } }))
      .return((s) => s.step.ResponseBody.paid)`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::http:invoke",
      Arguments: {
        ApiEndpoint: "https://shop.example.com/payments",
        Method: "GET",
        InvocationConfig: { ConnectionArn: "${ShopConnectionArn}" },
        QueryParameters: { id: id },
      },
      Output: "{% $states.result.ResponseBody.paid %}",
      End: true,
    },
    mock: { output: { StatusCode: 200, StatusText: "OK", Headers: {}, ResponseBody: { paid: true } } },
    output: true,
    policy: [
      "events:RetrieveConnectionCredentials on ${ShopConnectionArn}",
      "secretsmanager:DescribeSecret secretsmanager:GetSecretValue on arn:${Partition}:secretsmanager:${Region}:${AccountId}:secret:events!connection/${ShopConnectionName}/*",
      'states:InvokeHTTPEndpoint on arn:${Partition}:states:${Region}:${AccountId}:stateMachine:W11 if {"StringEquals":{"states:HTTPEndpoint":["https://shop.example.com/payments"],"states:HTTPMethod":["GET"]}}',
    ],
  },
  {
    name: "http.invoke, the older form",
    declared:
      'const shop = http.invoke<{ paid: boolean }>({ url: "https://shop.example.com/payments", method: "GET", connection: "${ShopConnectionArn}", legacyAuthentication: true });',
    steps: `
      .task("step", shop, () => ({}))
      .return((s) => s.step.StatusCode)`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::http:invoke",
      Arguments: {
        ApiEndpoint: "https://shop.example.com/payments",
        Method: "GET",
        Authentication: { ConnectionArn: "${ShopConnectionArn}" },
      },
      Output: "{% $states.result.StatusCode %}",
      End: true,
    },
    mock: { error: "States.Http.StatusCode.404", cause: "Not Found" },
    error: "States.Http.StatusCode.404",
    policy: [
      "events:RetrieveConnectionCredentials on ${ShopConnectionArn}",
      "secretsmanager:DescribeSecret secretsmanager:GetSecretValue on arn:${Partition}:secretsmanager:${Region}:${AccountId}:secret:events!connection/${ShopConnectionName}/*",
      'states:InvokeHTTPEndpoint on arn:${Partition}:states:${Region}:${AccountId}:stateMachine:W12 if {"StringEquals":{"states:HTTPEndpoint":["https://shop.example.com/payments"],"states:HTTPMethod":["GET"]}}',
    ],
  },
  {
    name: "stepFunctions.start",
    steps: `
      .task("step", stepFunctions.start<{ id: string }>("\${BillingMachineArn}"), (s) => ({ Input: { id: s.input.id }, Name: s.input.id }))
      .return((s) => s.step.ExecutionArn)`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::states:startExecution",
      Arguments: { StateMachineArn: "${BillingMachineArn}", Input: { id: id }, Name: id },
      Output: "{% $states.result.ExecutionArn %}",
      End: true,
    },
    mock: { output: { ExecutionArn: "e", StartDate: "2026-01-01T00:00:00Z" } },
    output: "e",
    policy: ["states:StartExecution on ${BillingMachineArn}"],
  },
  {
    name: "stepFunctions.start.sync",
    declared: 'const billing = workflow<{ id: string }>("Billing").return((s) => ({ total: s.input.id.length }));',
    steps: `
      .task("step", stepFunctions.start.sync<typeof billing>("\${BillingMachineArn}"), (s) => ({ Input: { id: s.input.id } }))
      .return((s) => s.step.total)`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::states:startExecution.sync:2",
      Arguments: { StateMachineArn: "${BillingMachineArn}", Input: { id: id } },
      Output: "{% $states.result.Output.total %}",
      End: true,
    },
    mock: { output: { Output: { total: 1 }, Status: "SUCCEEDED" } },
    output: 1,
    policy: [
      rule("StepFunctionsGetEventsForStepFunctionsExecutionRule"),
      "states:DescribeExecution states:StopExecution on arn:${Partition}:states:${Region}:${AccountId}:execution:${BillingMachineName}:*",
      "states:StartExecution on ${BillingMachineArn}",
    ],
  },
  {
    name: "optimized, awaited and described",
    declared: `const report = optimized("athena:startQueryExecution.sync", StartQueryExecutionCommand, GetQueryExecutionCommand, {
      constants: { WorkGroup: "reports", ResultConfiguration: { OutputLocation: "s3://\${ResultsBucket}/reports/" } },
      present: ["QueryExecution.ResultConfiguration.OutputLocation"],
      bounds: { DataLocation: ["arn:\${Partition}:s3:::sales", "arn:\${Partition}:s3:::sales/*"] },
    });`,
    steps: `
      .task("step", report, () => ({ QueryString: "SELECT * FROM sales" }))
      .return((s) => s.step.QueryExecution.ResultConfiguration.OutputLocation)`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::athena:startQueryExecution.sync",
      Arguments: {
        WorkGroup: "reports",
        ResultConfiguration: { OutputLocation: "s3://${ResultsBucket}/reports/" },
        QueryString: "SELECT * FROM sales",
      },
      Output: "{% $states.result.QueryExecution.ResultConfiguration.OutputLocation %}",
      End: true,
    },
    mock: { output: { QueryExecution: { ResultConfiguration: { OutputLocation: "s3://x/y.csv" } } } },
    output: "s3://x/y.csv",
    policy: [
      "athena:GetDataCatalog on arn:${Partition}:athena:${Region}:${AccountId}:datacatalog/AwsDataCatalog",
      "athena:GetQueryExecution athena:StartQueryExecution athena:StopQueryExecution on arn:${Partition}:athena:${Region}:${AccountId}:workgroup/reports",
      "glue:BatchGetPartition glue:GetDatabase glue:GetDatabases glue:GetPartition glue:GetPartitions glue:GetTable glue:GetTables on arn:${Partition}:glue:${Region}:${AccountId}:catalog arn:${Partition}:glue:${Region}:${AccountId}:database/default arn:${Partition}:glue:${Region}:${AccountId}:table/default/*",
      "lakeformation:GetDataAccess on *",
      "s3:AbortMultipartUpload s3:GetObject s3:ListMultipartUploadParts s3:PutObject on arn:${Partition}:s3:::${ResultsBucket}/reports/*",
      "s3:CreateBucket s3:GetBucketLocation s3:ListBucket s3:ListBucketMultipartUploads on arn:${Partition}:s3:::${ResultsBucket}",
      "s3:GetBucketLocation s3:GetObject s3:ListBucket on arn:${Partition}:s3:::sales arn:${Partition}:s3:::sales/*",
    ],
  },
  {
    name: "optimized, awaited",
    declared:
      'const build = optimized("codebuild:startBuild.sync", StartBuildCommand, { constants: { ProjectName: "site" } });',
    steps: `
      .task("step", build, (s) => ({ SourceVersion: s.input.id }))
      .return((s) => s.step.Build?.BuildStatus ?? "?")`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::codebuild:startBuild.sync",
      Arguments: { ProjectName: "site", SourceVersion: id },
      Output: '{% $exists($states.result.Build.BuildStatus) ? $states.result.Build.BuildStatus : "?" %}',
      End: true,
    },
    mock: { output: { Build: { BuildStatus: "SUCCEEDED" } } },
    output: "SUCCEEDED",
    policy: [
      "codebuild:BatchGetBuilds codebuild:StartBuild codebuild:StopBuild on arn:${Partition}:codebuild:${Region}:${AccountId}:project/site",
      rule("StepFunctionsGetEventForCodeBuildStartBuildRule"),
    ],
  },
  {
    name: "awsSdk, an action that may fail",
    declared:
      'const put = awsSdk(PutItemCommand, { constants: { TableName: "${OrdersTable}" }, errors: ["DynamoDb.ConditionalCheckFailedException"] });',
    steps: `
      .task("step", put, (s) => ({
        Item: { id: { S: s.input.id }, open: { Bool: true }, note: { Nul: true } },
        ConditionExpression: "attribute_not_exists(id)",
      }), {
        catch: [{
          errorEquals: ["DynamoDb.ConditionalCheckFailedException"],
          next: (f) => f.fail("Twice", { error: "Order.Twice" }),
        }],
      })
      .return(() => "once")`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::aws-sdk:dynamodb:putItem",
      Arguments: {
        TableName: "${OrdersTable}",
        Item: { id: { S: id }, open: { Bool: true }, note: { Nul: true } },
        ConditionExpression: "attribute_not_exists(id)",
      },
      Output: "once",
      Catch: [{ ErrorEquals: ["DynamoDb.ConditionalCheckFailedException"], Next: "step.Twice" }],
      End: true,
    },
    mock: { error: "DynamoDb.ConditionalCheckFailedException", cause: "no" },
    error: "Order.Twice",
    policy: ["dynamodb:PutItem on arn:${Partition}:dynamodb:${Region}:${AccountId}:table/${OrdersTable}"],
  },
  {
    name: "awsSdk, with outputs that are always there",
    declared:
      'const query = awsSdk(QueryCommand, { present: ["Items", "Count"], constants: { TableName: "orders", IndexName: "byCustomer" } });',
    steps: `
      .task("step", query, (s) => ({
        KeyConditionExpression: "customer = :c", ExpressionAttributeValues: { ":c": { S: s.input.id } },
      }))
      .return((s) => ({ count: s.step.Count, ids: s.step.Items.map((item) => item.id?.S ?? "") }))`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::aws-sdk:dynamodb:query",
      Arguments: {
        TableName: "orders",
        IndexName: "byCustomer",
        KeyConditionExpression: "customer = :c",
        ExpressionAttributeValues: { ":c": { S: id } },
      },
      Output: {
        count: "{% $states.result.Count %}",
        ids: '{% [$map($states.result.Items, function($item) { $exists($item.id.S) ? $item.id.S : "" })] %}',
      },
      End: true,
    },
    mock: { output: { Count: 2, Items: [{ id: { S: "a" } }, {}] } },
    output: { count: 2, ids: ["a", ""] },
    policy: ["dynamodb:Query on arn:${Partition}:dynamodb:${Region}:${AccountId}:table/orders/index/byCustomer"],
  },
  {
    name: "awsSdk, a REST API whose own members are in camelCase",
    declared: 'const describe = awsSdk(DescribeTasksCommand, { present: ["Tasks.LastStatus"] });',
    steps: `
      .task("step", describe, (s) => ({ Cluster: "orders", Tasks: [s.input.id] }))
      .return((s) => s.step.Tasks.map((task) => task.LastStatus))`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::aws-sdk:ecs:describeTasks",
      Arguments: { Cluster: "orders", Tasks: "{% [$states.context.Execution.Input.id] %}" },
      Output: "{% [$states.result.Tasks.LastStatus] %}",
      End: true,
    },
    mock: { output: { Tasks: [{ LastStatus: "RUNNING" }], Failures: [] } },
    output: ["RUNNING"],
    policy: ["ecs:DescribeTasks on arn:${Partition}:ecs:${Region}:${AccountId}:task/orders/*"],
  },
  {
    name: "awsSdk, resumed by a worker",
    declared: 'const ask = resumedBy<{ ok: boolean }>()(awsSdk(PutItemCommand, { constants: { TableName: "asks" } }));',
    steps: `
      .callback("step", ask, (s) => ({ Item: { id: { S: s.input.id }, token: { S: s.token } } }))
      .return((s) => s.step.ok)`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::aws-sdk:dynamodb:putItem.waitForTaskToken",
      Arguments: { TableName: "asks", Item: { id: { S: id }, token: { S: "{% $states.context.Task.Token %}" } } },
      Output: "{% $states.result.ok %}",
      End: true,
    },
    mock: { output: { ok: true } },
    output: true,
    policy: ["dynamodb:PutItem on arn:${Partition}:dynamodb:${Region}:${AccountId}:table/asks"],
  },
  {
    name: "awsSdk, an Express machine",
    declared:
      'const price = awsSdk(StartSyncExecutionCommand, { constants: { StateMachineArn: "${PricingMachineArn}" }, present: ["Output"] });',
    steps: `
      .task("step", price, (s) => ({ Input: JSON.stringify({ id: s.input.id }) }))
      .return((s) => s.step.Output)`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::aws-sdk:sfn:startSyncExecution",
      Arguments: {
        StateMachineArn: "${PricingMachineArn}",
        Input: '{% $string({"id": $states.context.Execution.Input.id}) %}',
      },
      Output: "{% $states.result.Output %}",
      End: true,
    },
    mock: { output: { Output: "{}", Status: "SUCCEEDED" } },
    output: "{}",
    policy: ["states:StartSyncExecution on ${PricingMachineArn}"],
  },
  {
    name: "awsSdk, on a table that is computed and bounded",
    declared:
      'const put = awsSdk(PutItemCommand, { bounds: { TableName: { oneOf: ["orders-eu", "${OrdersTable}"] } } });',
    steps: `
      .task("step", put, (s) => ({ TableName: s.input.id, Item: { id: { S: s.input.id } } }))
      .return(() => "done")`,
    state: {
      Type: "Task",
      Resource: "arn:${Partition}:states:::aws-sdk:dynamodb:putItem",
      Arguments: { TableName: id, Item: { id: { S: id } } },
      Output: "done",
      End: true,
    },
    mock: { output: {} },
    output: "done",
    policy: [
      "dynamodb:PutItem on arn:${Partition}:dynamodb:${Region}:${AccountId}:table/${OrdersTable} arn:${Partition}:dynamodb:${Region}:${AccountId}:table/orders-eu",
    ],
  },
];
