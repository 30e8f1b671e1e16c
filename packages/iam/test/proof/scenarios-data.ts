import { arn, calls, managedRule, passRole, type Scenario } from "./required-call.js";

const orders = arn("dynamodb", "table/orders");
const job = "arn:aws:iam::111122223333:role/job";
const results = "arn:aws:s3:::results";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html */
export const dataScenarios: readonly Scenario[] = [
  ...["GetItem", "PutItem", "UpdateItem", "DeleteItem"].map((action) => ({
    title: `dynamodb:${action}`,
    resource: `dynamodb:${action.charAt(0).toLowerCase()}${action.slice(1)}`,
    arguments: { TableName: "orders" },
    bounded: ["TableName"],
    calls: calls(`dynamodb:${action}`, orders),
  })),
  {
    title: "aws-sdk:dynamodb:query of an index",
    resource: "aws-sdk:dynamodb:query",
    arguments: { TableName: "orders", IndexName: "byDay" },
    bounded: ["TableName"],
    calls: calls("dynamodb:Query", `${orders}/index/byDay`),
  },
  {
    title: "aws-sdk:dynamodb:transactWriteItems",
    resource: "aws-sdk:dynamodb:transactWriteItems",
    arguments: { TransactItems: [{ Put: { TableName: "orders" } }, { Delete: { TableName: "stock" } }] },
    calls: [...calls("dynamodb:PutItem", orders), ...calls("dynamodb:DeleteItem", arn("dynamodb", "table/stock"))],
  },
  ...(["", ".sync"] as const).flatMap((pattern): Scenario[] => [
    {
      title: `glue:startJobRun${pattern}`,
      resource: `glue:startJobRun${pattern}`,
      arguments: { JobName: "nightly" },
      bounded: ["JobName"],
      calls: calls(
        `glue:StartJobRun${pattern && " glue:GetJobRun glue:GetJobRuns glue:BatchStopJobRun"}`,
        arn("glue", "job/nightly"),
      ),
    },
    {
      title: `databrew:startJobRun${pattern}`,
      resource: `databrew:startJobRun${pattern}`,
      arguments: { Name: "clean" },
      bounded: ["Name"],
      calls: calls(
        `databrew:StartJobRun${pattern && " databrew:ListJobRuns databrew:StopJobRun"}`,
        arn("databrew", "job/clean"),
      ),
    },
    {
      title: `athena:startQueryExecution${pattern}`,
      resource: `athena:startQueryExecution${pattern}`,
      arguments: {
        QueryString: "SELECT id FROM orders",
        WorkGroup: "night",
        QueryExecutionContext: { Database: "shop" },
        ResultConfiguration: { OutputLocation: "s3://results/athena/" },
      },
      bounded: ["WorkGroup"],
      declared: { DataLocation: ["arn:aws:s3:::lake", "arn:aws:s3:::lake/orders/*"] },
      calls: [
        // To read a query's state, and to follow and stop a job, AWS lists for the APIs: asked for in both patterns.
        ...calls(
          `athena:StartQueryExecution athena:GetQueryExecution${pattern && " athena:StopQueryExecution"}`,
          arn("athena", "workgroup/night"),
        ),
        ...calls("athena:GetDataCatalog", arn("athena", "datacatalog/AwsDataCatalog")),
        ...calls(
          "glue:GetTable glue:GetTables glue:GetPartition glue:GetPartitions glue:BatchGetPartition",
          arn("glue", "catalog"),
          arn("glue", "database/shop"),
          arn("glue", "table/shop/orders"),
        ),
        ...calls("glue:GetDatabase glue:GetDatabases", arn("glue", "catalog"), arn("glue", "database/shop")),
        ...calls("lakeformation:GetDataAccess", "*"),
        ...calls("s3:ListBucket s3:GetBucketLocation", "arn:aws:s3:::lake"),
        ...calls("s3:GetObject", "arn:aws:s3:::lake/orders/day=1"),
        ...calls("s3:CreateBucket s3:GetBucketLocation s3:ListBucket s3:ListBucketMultipartUploads", results),
        ...calls(
          "s3:PutObject s3:GetObject s3:AbortMultipartUpload s3:ListMultipartUploadParts",
          `${results}/athena/0a1b.csv`,
        ),
      ],
    },
    {
      title: `sagemaker:createTrainingJob${pattern}`,
      resource: `sagemaker:createTrainingJob${pattern}`,
      arguments: { TrainingJobName: "fit", RoleArn: job },
      bounded: ["TrainingJobName"],
      calls: [
        ...calls(
          "sagemaker:CreateTrainingJob sagemaker:AddTags sagemaker:ListTags sagemaker:DescribeTrainingJob sagemaker:StopTrainingJob",
          arn("sagemaker", "training-job/fit"),
        ),
        passRole("job", "sagemaker.amazonaws.com"),
        ...(pattern ? managedRule("StepFunctionsGetEventsForSageMakerTrainingJobsRule") : []),
      ],
    },
    {
      title: `sagemaker:createTransformJob${pattern}`,
      resource: `sagemaker:createTransformJob${pattern}`,
      arguments: { TransformJobName: "score", ModelName: "m" },
      bounded: ["TransformJobName"],
      declared: { "Model.ExecutionRoleArn": job },
      calls: [
        ...calls(
          "sagemaker:CreateTransformJob sagemaker:AddTags sagemaker:ListTags sagemaker:DescribeTransformJob sagemaker:StopTransformJob",
          arn("sagemaker", "transform-job/score"),
        ),
        passRole("job", "sagemaker.amazonaws.com"),
        ...(pattern ? managedRule("StepFunctionsGetEventsForSageMakerTransformJobsRule") : []),
      ],
    },
    {
      title: `elasticmapreduce:addStep${pattern}`,
      resource: `elasticmapreduce:addStep${pattern}`,
      arguments: { ClusterId: "j-1", Step: {} },
      bounded: ["ClusterId"],
      calls: [
        ...calls(
          `elasticmapreduce:AddJobFlowSteps${pattern && " elasticmapreduce:DescribeStep elasticmapreduce:CancelSteps"}`,
          arn("elasticmapreduce", "cluster/j-1"),
        ),
        ...(pattern ? managedRule("StepFunctionsGetEventForEMRAddJobFlowStepsRule") : []),
      ],
    },
    {
      title: `emr-containers:startJobRun${pattern}`,
      resource: `emr-containers:startJobRun${pattern}`,
      arguments: { VirtualClusterId: "vc1", ExecutionRoleArn: job },
      bounded: ["VirtualClusterId"],
      calls: [
        {
          action: "emr-containers:StartJobRun",
          resource: arn("emr-containers", "/virtualclusters/vc1"),
          context: { "emr-containers:ExecutionRoleArn": job },
        },
        ...(pattern
          ? calls(
              "emr-containers:DescribeJobRun emr-containers:CancelJobRun",
              arn("emr-containers", "/virtualclusters/vc1/jobruns/jr1"),
            )
          : []),
      ],
    },
    {
      title: `mediaconvert:createJob${pattern}`,
      resource: `mediaconvert:createJob${pattern}`,
      arguments: { Role: job, Queue: "fast", Settings: {} },
      bounded: ["Queue"],
      calls: [
        ...calls("mediaconvert:CreateJob", arn("mediaconvert", "queues/fast")),
        passRole("job", "mediaconvert.amazonaws.com"),
        ...(pattern
          ? [
              ...calls("mediaconvert:GetJob mediaconvert:CancelJob", arn("mediaconvert", "jobs/1")),
              ...managedRule("StepFunctionsGetEventsForMediaConvertJobRule"),
            ]
          : []),
      ],
    },
  ]),
  {
    title: "bedrock:invokeModel",
    resource: "bedrock:invokeModel",
    arguments: { ModelId: "amazon.titan-text-express-v1", Body: {} },
    bounded: ["ModelId"],
    calls: calls("bedrock:InvokeModel", "arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-text-express-v1"),
  },
  {
    title: "aws-sdk:s3:getObject",
    resource: "aws-sdk:s3:getObject",
    arguments: { Bucket: "in", Key: "a/b.json" },
    bounded: ["Key"],
    calls: calls("s3:GetObject", "arn:aws:s3:::in/a/b.json"),
  },
  {
    title: "aws-sdk:ssm:getParameter",
    resource: "aws-sdk:ssm:getParameter",
    arguments: { Name: "/shop/limit" },
    bounded: ["Name"],
    calls: calls("ssm:GetParameter", arn("ssm", "parameter/shop/limit")),
  },
];
