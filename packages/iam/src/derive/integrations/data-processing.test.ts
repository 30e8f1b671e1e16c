import { expect, test } from "vitest";
import { account, granted } from "../../../test/granted.js";

const managedRule = (name: string) =>
  `events:DescribeRule events:PutRule events:PutTargets on arn:aws:events:${account}:rule/${name}`;
const passRole = (role: string, service: string) =>
  `iam:PassRole on arn:aws:iam::111122223333:role/${role} if {"StringEquals":{"iam:PassedToService":"${service}"}}`;

test("glue jobs are polled and stopped without a managed rule", () => {
  const job = `arn:aws:glue:${account}:job/nightly`;
  expect(granted("arn:aws:states:::glue:startJobRun", { JobName: "nightly" })).toEqual([`glue:StartJobRun on ${job}`]);
  expect(granted("arn:aws:states:::glue:startJobRun.sync", { JobName: "nightly" })).toEqual([
    `glue:BatchStopJobRun glue:GetJobRun glue:GetJobRuns glue:StartJobRun on ${job}`,
  ]);
});

test("databrew jobs are polled and stopped without a managed rule", () => {
  expect(granted("arn:aws:states:::databrew:startJobRun.sync", { Name: "clean" })).toEqual([
    `databrew:ListJobRuns databrew:StartJobRun databrew:StopJobRun on arn:aws:databrew:${account}:job/clean`,
  ]);
});

test("an Athena query is granted on its workgroup, catalog, tables and results, and reads only", () => {
  const args = {
    QueryString: "SELECT id FROM orders",
    QueryExecutionContext: { Database: "shop" },
    WorkGroup: "reports",
    ResultConfiguration: { OutputLocation: "s3://results/orders/" },
  };
  const hints = {
    states: { Call: { arguments: { DataLocation: ["arn:aws:s3:::lake", "arn:aws:s3:::lake/orders/*"] } } },
  };
  const glue = `arn:aws:glue:${account}`;
  expect(granted("arn:aws:states:::athena:startQueryExecution.sync", args, { hints })).toEqual([
    `athena:GetDataCatalog on arn:aws:athena:${account}:datacatalog/AwsDataCatalog`,
    `athena:GetQueryExecution athena:StartQueryExecution athena:StopQueryExecution on arn:aws:athena:${account}:workgroup/reports`,
    `glue:BatchGetPartition glue:GetDatabase glue:GetDatabases glue:GetPartition glue:GetPartitions glue:GetTable glue:GetTables on ${glue}:catalog ${glue}:database/shop ${glue}:table/shop/*`,
    "lakeformation:GetDataAccess on *",
    "s3:AbortMultipartUpload s3:GetObject s3:ListMultipartUploadParts s3:PutObject on arn:aws:s3:::results/orders/*",
    "s3:CreateBucket s3:GetBucketLocation s3:ListBucket s3:ListBucketMultipartUploads on arn:aws:s3:::results",
    "s3:GetBucketLocation s3:GetObject s3:ListBucket on arn:aws:s3:::lake arn:aws:s3:::lake/orders/*",
  ]);
});

test("a query and a job that nothing waits for may be looked at, and the job stopped, without the rule of .sync", () => {
  const query = granted("arn:aws:states:::athena:startQueryExecution", { QueryString: "SELECT 1", WorkGroup: "w" });
  expect(query).toContain(
    `athena:GetQueryExecution athena:StartQueryExecution on arn:aws:athena:${account}:workgroup/w`,
  );
  const args = { TrainingJobName: "fit", RoleArn: "arn:aws:iam::111122223333:role/train" };
  const job = granted("arn:aws:states:::sagemaker:createTrainingJob", args).join("\n");
  expect(job).toContain("sagemaker:DescribeTrainingJob");
  expect(job).toContain("sagemaker:StopTrainingJob");
  expect(job).not.toContain("events:");
});

test("an Athena statement that changes the catalog may write to it", () => {
  const args = { QueryString: "CREATE TABLE t AS SELECT 1", ResultConfiguration: { OutputLocation: "s3://results" } };
  const lines = granted("arn:aws:states:::athena:startQueryExecution", args);
  expect(lines.find((line) => line.startsWith("glue:"))).toContain("glue:CreateTable");
});

test("an EMR cluster is created anywhere and then granted by its id", () => {
  const args = { Name: "c", ServiceRole: "emr", JobFlowRole: "nodes", Tags: [] };
  expect(granted("arn:aws:states:::elasticmapreduce:createCluster.sync", args)).toEqual([
    `elasticmapreduce:AddTags elasticmapreduce:DescribeCluster elasticmapreduce:TerminateJobFlows on arn:aws:elasticmapreduce:${account}:cluster/*`,
    "elasticmapreduce:RunJobFlow on *",
    managedRule("StepFunctionsGetEventForEMRRunJobFlowRule"),
    'iam:CreateServiceLinkedRole on arn:aws:iam::111122223333:role/aws-service-role/elasticmapreduce.amazonaws.com*/AWSServiceRoleForEMRCleanup* if {"StringLike":{"iam:AWSServiceName":["elasticmapreduce.amazonaws.com","elasticmapreduce.amazonaws.com.cn"]}}',
    passRole("emr", "elasticmapreduce.amazonaws.com"),
    passRole("nodes", "ec2.amazonaws.com"),
  ]);
  expect(granted("arn:aws:states:::elasticmapreduce:addStep.sync", { ClusterId: "j-1" })).toEqual([
    `elasticmapreduce:AddJobFlowSteps elasticmapreduce:CancelSteps elasticmapreduce:DescribeStep on arn:aws:elasticmapreduce:${account}:cluster/j-1`,
    managedRule("StepFunctionsGetEventForEMRAddJobFlowStepsRule"),
  ]);
});

test("EMR on EKS jobs are granted on the virtual cluster, with their execution role as a condition", () => {
  const role = "arn:aws:iam::111122223333:role/spark";
  const cluster = `arn:aws:emr-containers:${account}:/virtualclusters/v1`;
  expect(
    granted("arn:aws:states:::emr-containers:startJobRun.sync", { VirtualClusterId: "v1", ExecutionRoleArn: role }),
  ).toEqual([
    `emr-containers:CancelJobRun emr-containers:DescribeJobRun on ${cluster}/jobruns/*`,
    `emr-containers:StartJobRun on ${cluster} if {"StringEquals":{"emr-containers:ExecutionRoleArn":["${role}"]}}`,
  ]);
});

test("EMR Serverless jobs are granted on the application and hand on their role", () => {
  const application = `arn:aws:emr-serverless:${account}:/applications/a1`;
  const args = { ApplicationId: "a1", ExecutionRoleArn: "arn:aws:iam::111122223333:role/spark" };
  expect(granted("arn:aws:states:::emr-serverless:startJobRun.sync", args)).toEqual([
    `emr-serverless:CancelJobRun emr-serverless:GetJobRun on ${application}/jobruns/*`,
    `emr-serverless:StartJobRun on ${application}`,
    managedRule("StepFunctionsGetEventsForEMRServerlessJobRule"),
    passRole("spark", "emr-serverless.amazonaws.com"),
  ]);
});

test("a SageMaker job is granted by its name; what is computed of it is bounded by the rest", () => {
  const args = {
    TrainingJobName: "{% 'Churn-' & $states.input.id %}",
    RoleArn: "arn:aws:iam::111122223333:role/train",
  };
  expect(granted("arn:aws:states:::sagemaker:createTrainingJob.sync", args)).toEqual([
    managedRule("StepFunctionsGetEventsForSageMakerTrainingJobsRule"),
    passRole("train", "sagemaker.amazonaws.com"),
    `sagemaker:AddTags sagemaker:CreateTrainingJob sagemaker:DescribeTrainingJob sagemaker:ListTags sagemaker:StopTrainingJob on arn:aws:sagemaker:${account}:training-job/churn-*`,
  ]);
});

test("a MediaConvert job is granted on its queue and hands on its role", () => {
  const args = { Role: "arn:aws:iam::111122223333:role/media", Queue: `arn:aws:mediaconvert:${account}:queues/fast` };
  expect(granted("arn:aws:states:::mediaconvert:createJob.sync", args)).toEqual([
    managedRule("StepFunctionsGetEventsForMediaConvertJobRule"),
    passRole("media", "mediaconvert.amazonaws.com"),
    `mediaconvert:CancelJob mediaconvert:GetJob on arn:aws:mediaconvert:${account}:jobs/*`,
    `mediaconvert:CreateJob on arn:aws:mediaconvert:${account}:queues/fast`,
  ]);
});

test("an Athena query that is wholly computed needs a bound; what it may then do follows from its first words", () => {
  const start = "arn:aws:states:::athena:startQueryExecution";
  const args = { QueryString: "{% $states.input.query %}", ResultConfiguration: { OutputLocation: "s3://r/x/" } };
  const places = { DataLocation: "arn:aws:s3:::lake/*" };
  const hinted = (query?: string) => ({
    states: { Call: { arguments: { ...places, ...(query && { QueryString: query }) } } },
  });
  expect(granted(start, args, { hints: hinted() })).toContain("error iam/dynamic-resource");
  const reading = granted(start, args, { hints: hinted("SELECT id FROM orders") }).join("\n");
  expect(reading).not.toMatch(/^error|glue:Create|glue:Delete/m);
  expect(granted(start, args, { hints: hinted("DROP TABLE orders") }).join("\n")).toContain("glue:DeleteTable");
  const any = granted(start, args, { hints: hinted(), dynamicValues: "widen" }).join("\n");
  expect(any).toContain("glue:DeleteDatabase");
  expect(any).toContain("warning iam/widened-resource");
});

test("without a place for results, Athena may make its own bucket", () => {
  const start = "arn:aws:states:::athena:startQueryExecution";
  const lines = granted(start, { QueryString: "SELECT 1" }, { dynamicValues: "widen" }).join("\n");
  expect(lines).toContain("s3:CreateBucket");
  const hints = { states: { Call: { arguments: { ResultLocation: ["arn:aws:s3:::r", "arn:aws:s3:::r/*"] } } } };
  expect(granted(start, { QueryString: "SELECT 1" }, { hints }).join("\n")).not.toContain("s3:CreateBucket");
});
