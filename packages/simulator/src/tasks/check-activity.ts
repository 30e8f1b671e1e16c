import { runtimeFailure } from "../failure.js";
import type { Strand } from "../strand.js";
import type { TaskResource } from "./resource.js";

/** @throws StateFailure for an activity that does not exist. */
export function checkActivity(resource: TaskResource, { run }: Strand): void {
  const { activities } = run.options;
  if (resource.kind !== "activity" || activities === undefined) return;
  if (activities.includes(resource.arn) || activities.includes(resource.activityName)) return;
  throw runtimeFailure(`The activity ${resource.arn} does not exist.`);
}
