import { createTask, type Task } from "@treadle/workflow";
import { placeholdersIn } from "../task/placeholders.js";

/**
 * Work that a worker of yours fetches, on premises or wherever it runs: it polls `GetActivityTask`, and answers with
 * `SendTaskSuccess` or `SendTaskFailure`. `E` are the errors it may send. Give the step `timeoutSeconds`, and `heartbeatSeconds` where the worker sends
 * heartbeats: without them a state waits for a lost worker until the execution ends. STANDARD workflows only.
 *
 * @param activityArn an ARN, or `${PackActivityArn}` to be filled at deployment
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-activities.html
 */
export const activity = <I, O, E extends string = never>(activityArn: string): Task<I, O, E> =>
  createTask({
    resource: activityArn,
    arguments: (input) => input,
    output: (result) => result,
    placeholders: placeholdersIn(activityArn, "activity-arn"),
    // A timeout tells nothing of what the worker has done.
    retry: [],
  });
