import { resumedBy, type Task, workflow } from "@treadle/workflow";
import { expectTypeOf } from "vitest";
import {
  activity,
  apiGateway,
  type BatchJob,
  batch,
  bedrock,
  dynamodb,
  type EcsTask,
  ecs,
  glue,
  http,
  type JobRun,
  stepFunctions,
} from "./index.js";

type Given<T> = T extends { readonly __output?: infer O } ? O : never;
type Taken<T> = T extends Task<infer I, unknown, string> ? I : never;

const flow = () => workflow<{ id: string; count: number }>("Jobs");
const target = { taskDefinition: "ship", taskRole: null, executionRole: null };
const queue = { jobDefinition: "render", jobQueue: "render" };

// What a job's `.sync` gives is the job, not the answer to the call that began it.
expectTypeOf<Given<ReturnType<typeof ecs.runTask.sync>>>().toEqualTypeOf<EcsTask>();
expectTypeOf<Given<ReturnType<typeof batch.submitJob.sync>>>().toEqualTypeOf<BatchJob>();
expectTypeOf<Given<ReturnType<typeof glue.startJobRun.sync>>>().toEqualTypeOf<JobRun>();

const billing = workflow<{ order: string }>("Billing").return((s) => ({ total: s.input.order.length }));
const billed = stepFunctions.start.sync<typeof billing>("arn");
expectTypeOf<Taken<typeof billed>["Input"]>().toEqualTypeOf<{ order: string }>();
expectTypeOf<Given<typeof billed>>().toEqualTypeOf<{ total: number }>();
const byHand = stepFunctions.start.sync<{ order: string }, { total: number }>("arn");
expectTypeOf<Given<typeof byHand>>().toEqualTypeOf<{ total: number }>();

flow()
  .task("ship", ecs.runTask.sync(target), () => ({}), {
    catch: [{ errorEquals: ["ECS.ClusterNotFoundException", "States.TaskFailed"], next: (f) => f.succeed() }],
  })
  .task("bill", billed, (s) => ({ Input: { order: s.input.id } }))
  .task("ask", bedrock.invokeModel<{ inputText: string }, { text: string }>("m"), (s) => ({
    Body: { inputText: s.input.id },
  }))
  .task("read", bedrock.invokeModel.onObject<{ text: string }>("m"), () => ({ Input: { S3Uri: "s3://b/k" } }))
  .callback("api", resumedBy<{ ok: boolean }>()(apiGateway.invoke<unknown>({ endpoint: "e", method: "PUT" })), (s) => ({
    Path: "/a",
    Headers: { token: [s.token] },
  }))
  .return((s) => ({ text: s.ask.Body.text, total: s.bill.total }));

// @ts-expect-error the roles of the task definition must be said, if only that there are none
ecs.runTask({ taskDefinition: "ship" });
// @ts-expect-error a container without its name
flow().task("a", ecs.runTask(target), () => ({ Overrides: { ContainerOverrides: [{ Cpu: 1 }] } }));
// @ts-expect-error the cluster is the target's, not the call's
flow().task("a", ecs.runTask(target), () => ({ Cluster: "other" }));
// @ts-expect-error a task that is waited for is one
flow().task("a", ecs.runTask.sync(target), () => ({ Count: 2 }));
// @ts-expect-error a member that the service does not know, within another
flow().task("a", ecs.runTask(target), () => ({ Overrides: { ContainerOverrides: [{ Name: "main", Memry: 1 }] } }));
// @ts-expect-error a job without a name
flow().task("a", batch.submitJob(queue), () => ({}));
// @ts-expect-error a parameter is text
flow().task("a", batch.submitJob(queue), (s) => ({ JobName: "a", Parameters: { count: s.input.count } }));
// @ts-expect-error parameters of a script are text
flow().task("a", glue.startJobRun("j"), () => ({ Arguments: { "--day": 1 } }));
// @ts-expect-error a prompt of another type
flow().task("a", bedrock.invokeModel<{ inputText: string }, unknown>("m"), () => ({ Body: { prompt: "" } }));
// @ts-expect-error without a path of its own, each call must have one
flow().task("a", apiGateway.invoke<unknown>({ endpoint: "e", method: "GET" }), () => ({}));
const got = apiGateway.invoke<unknown>({ endpoint: "e", method: "GET", path: "/" });
// @ts-expect-error a header has a list of values
flow().task("a", got, () => ({ Headers: { a: "b" } }));
// @ts-expect-error the other workflow's input
flow().task("a", billed, () => ({ Input: { id: "" } }));
// @ts-expect-error the names of another service's errors
flow().task("a", glue.startJobRun("j"), () => ({}), { retry: [{ errorEquals: ["ECS.ServerException"] }] });

// @ts-expect-error Batch has no pattern .waitForTaskToken
resumedBy<string>()(batch.submitJob(queue));
// @ts-expect-error nor has Glue
resumedBy<string>()(glue.startJobRun("j"));
// @ts-expect-error nor has DynamoDB's own integration
resumedBy<string>()(dynamodb.putItem("t"));
// @ts-expect-error nor have HTTP endpoints
resumedBy<string>()(http.invoke<string>({ url: "https://a", method: "GET", connection: "c" }));
// @ts-expect-error an activity hands its token to the worker by itself
resumedBy<string>()(activity<string, string>("a"));
// @ts-expect-error a job is waited for, or a token is: not both
resumedBy<string>()(ecs.runTask.sync(target));
// @ts-expect-error an API call is no job
apiGateway.invoke.sync;
// @ts-expect-error nor is a model's answer
bedrock.invokeModel.sync;
