import type { ExpressionNode } from "@treadle/expressions";
import type { Closed, Task } from "@treadle/workflow";
import { pick } from "../task/pick.js";
import { placeholdersIn, placeholderText } from "../task/placeholders.js";
import { createServiceTask, type ServiceTask } from "../task/service-task.js";
import { withConstants } from "../task/with-constants.js";

/** Arguments of StartJobRun, beside the job's name. What is left out is as the job says. */
export interface StartJobRun {
  /** Parameters of the script: `{ "--day": "2026-01-31" }`. */
  readonly Arguments?: { readonly [name: `--${string}`]: string };
  /** A run to repeat. */
  readonly JobRunId?: string;
  /** Data processing units: 0.0625, or 1 and more. */
  readonly MaxCapacity?: number;
  /** Minutes until a notification that the run takes long. */
  readonly NotificationProperty?: { readonly NotifyDelayAfter: number };
  readonly NumberOfWorkers?: number;
  readonly SecurityConfiguration?: string;
  /** Minutes. */
  readonly Timeout?: number;
  /** `G.1X`, `G.2X`, … */
  readonly WorkerType?: string;
}

export interface StartedJobRun {
  readonly JobRunId: string;
}

/**
 * A run that has ended well, as GetJobRun tells of it.
 *
 * @see https://docs.aws.amazon.com/glue/latest/webapi/API_JobRun.html
 */
export interface JobRun {
  readonly Id: string;
  readonly JobName: string;
  readonly JobRunState: "SUCCEEDED" | "STOPPED";
  readonly Attempt?: number;
  readonly Arguments?: { readonly [name: string]: string };
  /** Seconds for which the run took resources. */
  readonly ExecutionTime?: number;
  readonly LogGroupName?: string;
  readonly NumberOfWorkers?: number;
  readonly WorkerType?: string;
}

/** A run that fails under `.sync` is `States.TaskFailed`. */
export type GlueError =
  | "Glue.AWSGlueException"
  | "Glue.ConcurrentRunsExceededException"
  | "Glue.EntityNotFoundException"
  | "Glue.InternalServiceException"
  | "Glue.InvalidInputException"
  | "Glue.OperationTimeoutException"
  | "Glue.ResourceNumberLimitExceededException"
  | "Glue.SdkClientException";

export interface StartGlueJobRun {
  /**
   * Starts a run of a Glue job and goes on. Retried where too many runs are there already, which starts none.
   *
   * @param jobName a name, or `${CurateJobName}` to be filled at deployment
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-glue.html
   */
  (jobName: string): Task<Closed<StartJobRun>, StartedJobRun, GlueError>;
  /** Waits until the run has ended well; the value is its description. STANDARD workflows only. */
  sync(jobName: string): Task<Closed<StartJobRun>, JobRun, GlueError>;
}

export const startJobRun: StartGlueJobRun = Object.assign(
  (jobName: string) =>
    createServiceTask(call("glue:startJobRun", jobName, (result) => pick(result, "JobRunId"))) as never,
  { sync: (jobName: string) => createServiceTask(call("glue:startJobRun.sync", jobName, (run) => run)) as never },
);

function call(integration: string, jobName: string, output: ServiceTask["output"]): ServiceTask {
  return {
    integration,
    arguments: (input: ExpressionNode) => withConstants({ JobName: placeholderText(jobName) }, input),
    output,
    placeholders: placeholdersIn(jobName, "name"),
    retry: [
      {
        errorEquals: ["Glue.ConcurrentRunsExceededException"],
        intervalSeconds: 60,
        maxAttempts: 5,
        backoffRate: 2,
        jitterStrategy: "FULL",
      },
    ],
  };
}
