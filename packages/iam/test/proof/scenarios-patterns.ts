import { account, arn, calls, managedRule, passRole, role, type Scenario } from "./required-call.js";

const application = arn("emr-serverless", "/applications/app1");
const applicationRule = managedRule("StepFunctionsGetEventsForEMRServerlessApplicationRule");
const jobRule = managedRule("StepFunctionsGetEventsForEMRServerlessJobRule");
const titan = "arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-text-express-v1";
const harness = arn("bedrock-agentcore", "harness/clerk");
const report = arn("codebuild", "report-group/tests");
const nodes = role("nodes");

/** One of two forms: request and response, or with what waiting needs besides. */
function pair(resource: string, args: Scenario["arguments"], now: Scenario["calls"], waiting: Scenario["calls"]) {
  return ["", ".sync"].map(
    (pattern): Scenario => ({
      title: `${resource}${pattern}`,
      resource: `${resource}${pattern}`,
      arguments: args,
      calls: pattern === "" ? now : [...now, ...waiting],
    }),
  );
}

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html */
export const patternScenarios: readonly Scenario[] = [
  {
    title: "apigateway:invoke.waitForTaskToken",
    resource: "apigateway:invoke.waitForTaskToken",
    arguments: {
      ApiEndpoint: "a1b2.execute-api.eu-west-1.amazonaws.com",
      Method: "POST",
      Stage: "live",
      Path: "/approvals",
      AuthType: "IAM_ROLE",
    },
    bounded: ["ApiEndpoint"],
    calls: calls("execute-api:Invoke", arn("execute-api", "a1b2/live/POST/approvals")),
  },
  {
    title: "events:putEvents.waitForTaskToken",
    resource: "events:putEvents.waitForTaskToken",
    arguments: { Entries: [{ EventBusName: "shop", Source: "s", DetailType: "d", Detail: {} }] },
    calls: calls("events:PutEvents", arn("events", "event-bus/shop")),
  },
  {
    title: "batch:submitJob.waitForTaskToken",
    resource: "batch:submitJob.waitForTaskToken",
    arguments: { JobName: "j", JobDefinition: "resize", JobQueue: "slow" },
    bounded: ["JobDefinition"],
    calls: calls(
      "batch:SubmitJob",
      arn("batch", "job-definition/resize"),
      arn("batch", "job-definition/resize:3"),
      arn("batch", "job-queue/slow"),
    ),
  },
  ...["stop", "get"].map((verb) => ({
    title: `athena:${verb}QueryExecution`,
    resource: `athena:${verb}QueryExecution`,
    arguments: { QueryExecutionId: "0a1b" },
    declared: { WorkGroup: "night" },
    calls: calls(`athena:${verb === "stop" ? "Stop" : "Get"}QueryExecution`, arn("athena", "workgroup/night")),
  })),
  {
    title: "athena:getQueryResults",
    resource: "athena:getQueryResults",
    arguments: { QueryExecutionId: "0a1b" },
    declared: { WorkGroup: "night", ResultLocation: "arn:aws:s3:::results/*" },
    calls: [
      ...calls("athena:GetQueryResults", arn("athena", "workgroup/night")),
      ...calls("s3:GetObject", "arn:aws:s3:::results/0a1b.csv"),
    ],
  },
  {
    title: "athena:startQueryExecution.sync of a statement that writes",
    resource: "athena:startQueryExecution.sync",
    arguments: {
      QueryString: "INSERT INTO archive.orders SELECT id FROM orders",
      QueryExecutionContext: { Database: "shop" },
      ResultConfiguration: { OutputLocation: "s3://results/athena/" },
    },
    declared: { DataLocation: ["arn:aws:s3:::lake", "arn:aws:s3:::lake/*"] },
    calls: [
      ...calls(
        "athena:StartQueryExecution athena:GetQueryExecution athena:StopQueryExecution",
        arn("athena", "workgroup/primary"),
      ),
      ...calls("athena:GetDataCatalog", arn("athena", "datacatalog/AwsDataCatalog")),
      ...["shop", "archive"].flatMap((database) => [
        ...calls(
          "glue:GetTable glue:GetTables glue:GetPartition glue:GetPartitions glue:BatchGetPartition glue:UpdateTable glue:CreatePartition glue:BatchCreatePartition",
          arn("glue", "catalog"),
          arn("glue", `database/${database}`),
          arn("glue", `table/${database}/orders`),
        ),
        ...calls("glue:GetDatabase glue:GetDatabases", arn("glue", "catalog"), arn("glue", `database/${database}`)),
      ]),
      ...calls("lakeformation:GetDataAccess", "*"),
      ...calls("s3:ListBucket s3:GetBucketLocation s3:ListBucketMultipartUploads", "arn:aws:s3:::lake"),
      ...calls(
        "s3:GetObject s3:PutObject s3:AbortMultipartUpload s3:ListMultipartUploadParts",
        "arn:aws:s3:::lake/orders/1.parquet",
      ),
      ...calls(
        "s3:CreateBucket s3:GetBucketLocation s3:ListBucket s3:ListBucketMultipartUploads",
        "arn:aws:s3:::results",
      ),
      ...calls(
        "s3:PutObject s3:GetObject s3:AbortMultipartUpload s3:ListMultipartUploadParts",
        "arn:aws:s3:::results/athena/0a1b.csv",
      ),
    ],
  },
  {
    title: "bedrock:invokeModel.waitForTaskToken",
    resource: "bedrock:invokeModel.waitForTaskToken",
    arguments: { ModelId: titan, Body: {} },
    bounded: ["ModelId"],
    calls: calls("bedrock:InvokeModel", titan),
  },
  {
    title: "bedrock:createModelCustomizationJob with tags",
    resource: "bedrock:createModelCustomizationJob",
    arguments: {
      BaseModelIdentifier: titan,
      RoleArn: role("tune"),
      JobName: "tune",
      CustomModelName: "mine",
      CustomModelTags: [{ Key: "k", Value: "v" }],
      JobTags: [{ Key: "k", Value: "v" }],
    },
    bounded: ["BaseModelIdentifier"],
    calls: [
      ...calls("bedrock:CreateModelCustomizationJob", titan, arn("bedrock", "custom-model/titan/0a1b2c3d4e5f")),
      ...calls(
        "bedrock:TagResource",
        arn("bedrock", "custom-model/titan/0a1b2c3d4e5f"),
        arn("bedrock", "model-customization-job/titan/0a1b2c3d4e5f"),
      ),
      passRole("tune", "bedrock.amazonaws.com"),
    ],
  },
  {
    title: "bedrockagentcore:invokeHarness",
    resource: "bedrockagentcore:invokeHarness",
    arguments: { HarnessArn: harness },
    bounded: ["HarnessArn"],
    calls: calls("bedrock-agentcore:InvokeHarness bedrock-agentcore:InvokeAgentRuntime", harness),
  },
  {
    title: "codebuild:batchDeleteBuilds",
    resource: "codebuild:batchDeleteBuilds",
    arguments: { Ids: ["site:0a1b", "docs:2c3d"] },
    calls: calls("codebuild:BatchDeleteBuilds", arn("codebuild", "project/site"), arn("codebuild", "project/docs")),
  },
  {
    title: "codebuild:batchGetReports",
    resource: "codebuild:batchGetReports",
    arguments: { ReportArns: [report] },
    calls: calls("codebuild:BatchGetReports", report),
  },
  ...["", ".sync", ".waitForTaskToken"].map((pattern) => ({
    title: `eks:runJob${pattern} goes by the cluster's own authorisation`,
    resource: `eks:runJob${pattern}`,
    arguments: { ClusterName: "shop" },
    calls: [],
  })),
  {
    title: "eks:call.waitForTaskToken goes by the cluster's own authorisation",
    resource: "eks:call.waitForTaskToken",
    arguments: { ClusterName: "shop", Method: "GET", Path: "/" },
    calls: [],
  },
  {
    title: "eks:createCluster",
    resource: "eks:createCluster",
    arguments: { Name: "shop", RoleArn: role("eks") },
    bounded: ["Name"],
    calls: [...calls("eks:CreateCluster", "*"), passRole("eks", "eks.amazonaws.com")],
  },
  ...pair(
    "eks:deleteCluster",
    { Name: "shop" },
    calls("eks:DeleteCluster", arn("eks", "cluster/shop")),
    calls("eks:DescribeCluster", arn("eks", "cluster/shop")),
  ),
  {
    title: "eks:createNodegroup",
    resource: "eks:createNodegroup",
    arguments: { ClusterName: "shop", NodegroupName: "workers", NodeRole: nodes },
    bounded: ["ClusterName"],
    calls: [
      ...calls("eks:CreateNodegroup", arn("eks", "cluster/shop")),
      ...calls("iam:GetRole iam:ListAttachedRolePolicies", nodes),
      passRole("nodes", "eks.amazonaws.com"),
    ],
  },
  {
    title: "eks:createFargateProfile",
    resource: "eks:createFargateProfile",
    arguments: { ClusterName: "shop", FargateProfileName: "workers", PodExecutionRoleArn: nodes },
    bounded: ["ClusterName"],
    calls: [
      ...calls("eks:CreateFargateProfile", arn("eks", "cluster/shop")),
      passRole("nodes", "eks-fargate-pods.amazonaws.com"),
    ],
  },
  ...["Nodegroup", "FargateProfile"].map((part) => ({
    title: `eks:delete${part}`,
    resource: `eks:delete${part}`,
    arguments: { ClusterName: "shop", [`${part}Name`]: "workers" },
    bounded: ["ClusterName"],
    calls: calls(`eks:Delete${part}`, arn("eks", `${part.toLowerCase()}/shop/workers/0a1b`)),
  })),
  ...pair(
    "emr-serverless:createApplication",
    { Name: "a", Type: "SPARK", ReleaseLabel: "emr-7.0.0" },
    [
      ...calls("emr-serverless:CreateApplication", "*"),
      {
        action: "iam:CreateServiceLinkedRole",
        resource: `arn:aws:iam::${account}:role/aws-service-role/ops.emr-serverless.amazonaws.com/AWSServiceRoleForAmazonEMRServerless`,
        context: { "iam:AWSServiceName": "ops.emr-serverless.amazonaws.com" },
      },
    ],
    [...calls("emr-serverless:GetApplication emr-serverless:DeleteApplication", application), ...applicationRule],
  ),
  ...["Stop", "Delete"].flatMap((verb) =>
    pair(
      `emr-serverless:${verb.toLowerCase()}Application`,
      { ApplicationId: "app1" },
      calls(`emr-serverless:${verb}Application`, application),
      [...calls("emr-serverless:GetApplication", application), ...applicationRule],
    ),
  ),
  ...pair(
    "emr-serverless:cancelJobRun",
    { ApplicationId: "app1", JobRunId: "jr1" },
    calls("emr-serverless:CancelJobRun", `${application}/jobruns/jr1`),
    [...calls("emr-serverless:GetJobRun", `${application}/jobruns/jr1`), ...jobRule],
  ),
];
