import { expect, test } from "vitest";
import { account, granted } from "../../../test/granted.js";

const managedRule = (name: string) =>
  `events:DescribeRule events:PutRule events:PutTargets on arn:aws:events:${account}:rule/${name}`;

test("batch:submitJob is granted on definition and queue; waiting polls and ends the job", () => {
  const definition = `arn:aws:batch:${account}:job-definition/render`;
  const submit = `batch:SubmitJob on ${definition} ${definition}:* arn:aws:batch:${account}:job-queue/slow`;
  const args = { JobDefinition: "render", JobQueue: "slow", JobName: "j" };
  expect(granted("arn:aws:states:::batch:submitJob", args)).toEqual([submit]);
  expect(granted("arn:aws:states:::batch:submitJob.sync", args)).toEqual([
    "batch:DescribeJobs batch:TerminateJob on *",
    submit,
    managedRule("StepFunctionsGetEventsForBatchJobsRule"),
  ]);
});

test("a job definition with its revision is granted as it is", () => {
  const definition = `arn:aws:batch:${account}:job-definition/render:3`;
  expect(granted("arn:aws:states:::batch:submitJob", { JobDefinition: definition, JobQueue: "slow" })).toEqual([
    `batch:SubmitJob on ${definition} arn:aws:batch:${account}:job-queue/slow`,
  ]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder.
  const args = { JobDefinition: "${RenderArn}", JobQueue: "slow" };
  expect(granted("arn:aws:states:::batch:submitJob", args, { substitutions: { RenderArn: definition } })).toEqual([
    `batch:SubmitJob on \${RenderArn} arn:aws:batch:${account}:job-queue/slow`,
  ]);
});

const roles = {
  states: {
    Call: {
      arguments: {
        "TaskDefinition.TaskRoleArn": ["arn:aws:iam::111122223333:role/task"],
        "TaskDefinition.ExecutionRoleArn": ["arn:aws:iam::111122223333:role/pull"],
      },
    },
  },
};
const pass = ["pull", "task"].map(
  (role) =>
    `iam:PassRole on arn:aws:iam::111122223333:role/${role} if {"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}`,
);
const onDefault = `if {"ArnLike":{"ecs:cluster":["arn:aws:ecs:${account}:cluster/default"]}}`;
const onCluster = `if {"ArnLike":{"ecs:cluster":["arn:aws:ecs:${account}:cluster/main"]}}`;

test("ecs:runTask is granted on every revision of the family, in its cluster, and hands on the declared roles", () => {
  expect(
    granted("arn:aws:states:::ecs:runTask", { TaskDefinition: "ship", Cluster: "main" }, { hints: roles }),
  ).toEqual([`ecs:RunTask on arn:aws:ecs:${account}:task-definition/ship:* ${onCluster}`, ...pass]);
});

test("waiting for an ECS task also polls and stops it", () => {
  const args = { TaskDefinition: `arn:aws:ecs:${account}:task-definition/ship:7`, Cluster: "main" };
  expect(granted("arn:aws:states:::ecs:runTask.sync", args, { hints: roles })).toEqual([
    `ecs:DescribeTasks ecs:StopTask on arn:aws:ecs:${account}:task/* ${onCluster}`,
    `ecs:RunTask on arn:aws:ecs:${account}:task-definition/ship:7 ${onCluster}`,
    managedRule("StepFunctionsGetEventsForECSTaskRule"),
    ...pass,
  ]);
});

test("the roles of a task definition must be declared: none is guessed", () => {
  expect(granted("arn:aws:states:::ecs:runTask", { TaskDefinition: "ship" })).toEqual([
    `ecs:RunTask on arn:aws:ecs:${account}:task-definition/ship:* ${onDefault}`,
    "error iam/undeclared-access",
    "error iam/undeclared-access",
  ]);
  const none = {
    states: { Call: { arguments: { "TaskDefinition.TaskRoleArn": [], "TaskDefinition.ExecutionRoleArn": [] } } },
  };
  expect(granted("arn:aws:states:::ecs:runTask", { TaskDefinition: "ship" }, { hints: none })).toEqual([
    `ecs:RunTask on arn:aws:ecs:${account}:task-definition/ship:* ${onDefault}`,
  ]);
});

test("a placeholder for a task definition may hold its revision or none", () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that deployment replaces.
  const definition = "${ShipTaskDefinitionArn}";
  expect(
    granted("arn:aws:states:::ecs:runTask", { TaskDefinition: definition, Cluster: "main" }, { hints: roles }),
  ).toContain(`ecs:RunTask on ${definition} ${definition}:* ${onCluster}`);
  const substitutions = { ShipTaskDefinitionArn: `arn:aws:ecs:${account}:task-definition/ship:7` };
  const args = { TaskDefinition: definition, Cluster: "main" };
  expect(granted("arn:aws:states:::ecs:runTask", args, { hints: roles, substitutions })).toContain(
    `ecs:RunTask on ${definition} ${onCluster}`,
  );
});

test("codebuild builds are granted on the project", () => {
  const project = `arn:aws:codebuild:${account}:project/site`;
  expect(granted("arn:aws:states:::codebuild:startBuild", { ProjectName: "site" })).toEqual([
    `codebuild:StartBuild on ${project}`,
  ]);
  expect(granted("arn:aws:states:::codebuild:startBuildBatch.sync", { ProjectName: "site" })).toEqual([
    `codebuild:BatchGetBuildBatches codebuild:StartBuildBatch codebuild:StopBuildBatch on ${project}`,
    managedRule("StepFunctionsGetEventForCodeBuildStartBuildBatchRule"),
  ]);
});

test("eks cluster calls are granted on the cluster; calls to Kubernetes need nothing", () => {
  expect(
    granted("arn:aws:states:::eks:createCluster.sync", { Name: "c", RoleArn: "arn:aws:iam::111122223333:role/eks" }),
  ).toEqual([
    "eks:CreateCluster on *",
    `eks:DeleteCluster eks:DescribeCluster on arn:aws:eks:${account}:cluster/c`,
    'iam:PassRole on arn:aws:iam::111122223333:role/eks if {"StringEquals":{"iam:PassedToService":"eks.amazonaws.com"}}',
  ]);
  expect(granted("arn:aws:states:::eks:runJob.sync", { ClusterName: "c" })).toEqual([]);
});
