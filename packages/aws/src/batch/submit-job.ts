import type { ExpressionNode } from "@treadle/expressions";
import type { Closed, Task } from "@treadle/workflow";
import { constantNodes, placeholdersOfConstants } from "../task/constant-node.js";
import { pick } from "../task/pick.js";
import { createServiceTask, type ServiceTask } from "../task/service-task.js";
import { withConstants } from "../task/with-constants.js";

export interface BatchTarget {
  /** A job definition's name, `name:revision` or ARN, or `${RenderJobDefinitionArn}`. Without a revision, the newest one. */
  readonly jobDefinition: string;
  /** A job queue's name or ARN, or `${RenderQueueArn}`. */
  readonly jobQueue: string;
}

/** Arguments of SubmitJob that Step Functions passes on, beside those of the target. */
export interface SubmitJob {
  /** At most 128 letters, digits, `-` and `_`. */
  readonly JobName: string;
  /** Runs the job that often: 2 to 10,000. */
  readonly ArrayProperties?: { readonly Size: number };
  readonly ContainerOverrides?: {
    readonly Command?: readonly string[];
    readonly Environment?: readonly { readonly Name: string; readonly Value: string }[];
    readonly InstanceType?: string;
    readonly ResourceRequirements?: readonly {
      readonly Type: "GPU" | "MEMORY" | "VCPU";
      readonly Value: string;
    }[];
  };
  readonly DependsOn?: readonly { readonly JobId?: string; readonly Type?: "N_TO_N" | "SEQUENTIAL" }[];
  /** Values of the definition's `Ref::name`. */
  readonly Parameters?: { readonly [name: string]: string };
  /** Batch's own attempts: 1 to 10. */
  readonly RetryStrategy?: { readonly Attempts: number };
  readonly Tags?: { readonly [name: string]: string };
  /** Seconds of an attempt: at least 60. */
  readonly Timeout?: { readonly AttemptDurationSeconds: number };
}

export interface SubmittedJob {
  readonly JobArn: string;
  readonly JobId: string;
  readonly JobName: string;
}

/**
 * A job that has succeeded, as DescribeJobs tells of it.
 *
 * @see https://docs.aws.amazon.com/batch/latest/APIReference/API_JobDetail.html
 */
export interface BatchJob {
  readonly JobId: string;
  readonly JobName: string;
  readonly JobArn?: string;
  readonly JobDefinition: string;
  readonly JobQueue: string;
  readonly Status: "SUCCEEDED";
  readonly StatusReason?: string;
  /** Milliseconds since 1970. */
  readonly CreatedAt?: number;
  /** Milliseconds since 1970. */
  readonly StartedAt: number;
  /** Milliseconds since 1970. */
  readonly StoppedAt?: number;
  readonly Container?: { readonly ExitCode?: number; readonly LogStreamName?: string; readonly Reason?: string };
  readonly Parameters?: { readonly [name: string]: string };
}

/** A job that fails under `.sync` is `States.TaskFailed`. */
export type BatchError =
  | "Batch.AWSBatchException"
  | "Batch.ClientException"
  | "Batch.SdkClientException"
  | "Batch.ServerException";

export interface SubmitBatchJob {
  /**
   * Submits a job to Batch and goes on. Nothing is retried by default, since a repeated call is a second job.
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-batch.html
   */
  (target: BatchTarget): Task<Closed<SubmitJob>, SubmittedJob, BatchError>;
  /** Waits until the job has succeeded; the value is its description. STANDARD workflows only. */
  sync(target: BatchTarget): Task<Closed<SubmitJob>, BatchJob, BatchError>;
}

export const submitJob: SubmitBatchJob = Object.assign(
  (target: BatchTarget) =>
    createServiceTask(call("batch:submitJob", target, (result) => pick(result, "JobArn", "JobId", "JobName"))) as never,
  { sync: (target: BatchTarget) => createServiceTask(call("batch:submitJob.sync", target, (job) => job)) as never },
);

function call(integration: string, target: BatchTarget, output: ServiceTask["output"]): ServiceTask {
  const constants = { JobDefinition: target.jobDefinition, JobQueue: target.jobQueue };
  return {
    integration,
    arguments: (input: ExpressionNode) => withConstants(constantNodes(constants), input),
    output,
    placeholders: placeholdersOfConstants(constants),
    retry: [],
  };
}
