import { arn, calls, managedRule, passRole, role, type Scenario } from "./required-call.js";

const charge = arn("lambda", "function:charge");
const cluster = arn("ecs", "cluster/shop");
const onCluster = { "ecs:cluster": cluster };
const runTask = {
  arguments: { Cluster: cluster, TaskDefinition: "pack" },
  bounded: ["TaskDefinition"],
  declared: {
    "TaskDefinition.TaskRoleArn": "arn:aws:iam::111122223333:role/pack-task",
    "TaskDefinition.ExecutionRoleArn": "arn:aws:iam::111122223333:role/pack-start",
  },
};
const startTask = [
  { action: "ecs:RunTask", resource: arn("ecs", "task-definition/pack:7"), context: onCluster },
  passRole("pack-task", "ecs-tasks.amazonaws.com"),
  passRole("pack-start", "ecs-tasks.amazonaws.com"),
];
const submitJob = { arguments: { JobName: "j", JobDefinition: "resize", JobQueue: "slow" }, bounded: ["JobQueue"] };
const submit = calls(
  "batch:SubmitJob",
  arn("batch", "job-definition/resize"),
  arn("batch", "job-definition/resize:3"),
  arn("batch", "job-queue/slow"),
);

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html */
export const computeScenarios: readonly Scenario[] = [
  ...["lambda:invoke", "lambda:invoke.waitForTaskToken"].map((resource) => ({
    title: resource,
    resource,
    arguments: { FunctionName: "charge" },
    bounded: ["FunctionName"],
    calls: calls("lambda:InvokeFunction", charge, `${charge}:live`),
  })),
  {
    title: "lambda:invoke of one alias",
    resource: "lambda:invoke",
    arguments: { FunctionName: `${charge}:live` },
    bounded: ["FunctionName"],
    calls: calls("lambda:InvokeFunction", `${charge}:live`),
  },
  {
    title: "a function as the Resource",
    resource: charge,
    arguments: {},
    calls: calls("lambda:InvokeFunction", charge, `${charge}:2`),
  },
  { title: "an activity", resource: arn("states", "activity:pack"), arguments: {}, calls: [] },
  { title: "ecs:runTask", resource: "ecs:runTask", ...runTask, calls: startTask },
  { title: "ecs:runTask.waitForTaskToken", resource: "ecs:runTask.waitForTaskToken", ...runTask, calls: startTask },
  {
    title: "ecs:runTask.sync",
    resource: "ecs:runTask.sync",
    ...runTask,
    calls: [
      ...startTask,
      { action: "ecs:DescribeTasks", resource: arn("ecs", "task/shop/0a1b"), context: onCluster },
      { action: "ecs:StopTask", resource: arn("ecs", "task/shop/0a1b"), context: onCluster },
      ...managedRule("StepFunctionsGetEventsForECSTaskRule"),
    ],
  },
  { title: "batch:submitJob", resource: "batch:submitJob", ...submitJob, calls: submit },
  {
    title: "batch:submitJob.sync",
    resource: "batch:submitJob.sync",
    ...submitJob,
    calls: [
      ...submit,
      ...calls("batch:DescribeJobs", "*"),
      ...calls("batch:TerminateJob", arn("batch", "job/0a1b")),
      ...managedRule("StepFunctionsGetEventsForBatchJobsRule"),
    ],
  },
  ...(["", "Batch"] as const).flatMap((kind): Scenario[] => {
    const project = arn("codebuild", "project/site");
    const resource = kind === "" ? "codebuild:startBuild" : "codebuild:startBuildBatch";
    const start = calls(kind === "" ? "codebuild:StartBuild" : "codebuild:StartBuildBatch", project);
    const poll =
      kind === ""
        ? "codebuild:StopBuild codebuild:BatchGetBuilds"
        : "codebuild:StopBuildBatch codebuild:BatchGetBuildBatches";
    const shared = { arguments: { ProjectName: "site" }, bounded: ["ProjectName"] };
    return [
      { title: resource, resource, ...shared, calls: start },
      {
        title: `${resource}.sync`,
        resource: `${resource}.sync`,
        ...shared,
        calls: [
          ...start,
          ...calls(poll, project),
          ...managedRule(`StepFunctionsGetEventForCodeBuildStartBuild${kind}Rule`),
        ],
      },
    ];
  }),
  ...["", ".sync"].map((pattern) => ({
    title: `codebuild:retryBuildBatch${pattern}`,
    resource: `codebuild:retryBuildBatch${pattern}`,
    arguments: { Id: "site:0a1b" },
    calls: [
      ...calls(
        `codebuild:RetryBuildBatch${pattern && " codebuild:StopBuildBatch codebuild:BatchGetBuildBatches"}`,
        arn("codebuild", "project/site"),
      ),
      ...(pattern ? managedRule("StepFunctionsGetEventForCodeBuildStartBuildBatchRule") : []),
    ],
  })),
  ...["stopBuild", "stopBuildBatch", "deleteBuildBatch"].map((action) => ({
    title: `codebuild:${action}`,
    resource: `codebuild:${action}`,
    arguments: { Id: "site:0a1b" },
    calls: calls(`codebuild:${action.charAt(0).toUpperCase()}${action.slice(1)}`, arn("codebuild", "project/site")),
  })),
  ...(["Nodegroup", "FargateProfile"] as const).flatMap((part): Scenario[] => {
    const name = `${part}Name`;
    const passed =
      part === "Nodegroup"
        ? { argument: "NodeRole", service: "eks.amazonaws.com" }
        : { argument: "PodExecutionRoleArn", service: "eks-fargate-pods.amazonaws.com" };
    const made = arn("eks", `${part.toLowerCase()}/shop/workers/0a1b`);
    return [
      {
        title: `eks:create${part}.sync`,
        resource: `eks:create${part}.sync`,
        arguments: { ClusterName: "shop", [name]: "workers", [passed.argument]: role("workers") },
        bounded: ["ClusterName"],
        calls: [
          ...calls(`eks:Create${part}`, arn("eks", "cluster/shop")),
          ...calls(`eks:Describe${part} eks:Delete${part}`, made),
          passRole("workers", passed.service),
          ...(part === "Nodegroup" ? calls("iam:GetRole iam:ListAttachedRolePolicies", role("workers")) : []),
        ],
      },
      {
        title: `eks:delete${part}.sync`,
        resource: `eks:delete${part}.sync`,
        arguments: { ClusterName: "shop", [name]: "workers" },
        bounded: ["ClusterName"],
        calls: calls(`eks:Delete${part} eks:Describe${part}`, made),
      },
    ];
  }),
  {
    title: "eks:createCluster.sync",
    resource: "eks:createCluster.sync",
    arguments: {
      Name: "shop",
      RoleArn: "arn:aws:iam::111122223333:role/eks",
      ResourcesVpcConfig: { SubnetIds: ["s"] },
    },
    bounded: ["Name"],
    calls: [
      ...calls("eks:CreateCluster", "*"),
      ...calls("eks:DescribeCluster eks:DeleteCluster", arn("eks", "cluster/shop")),
      passRole("eks", "eks.amazonaws.com"),
    ],
  },
  {
    title: "eks:call goes by the cluster's own authorisation",
    resource: "eks:call",
    arguments: { ClusterName: "shop", CertificateAuthority: "ca", Endpoint: "https://e", Method: "GET", Path: "/p" },
    calls: [],
  },
];
