import { anyResource, type Grant, resource } from "../../policy/grant.js";
import { type MergedPolicy, mergeGrants } from "../../policy/merge-grants.js";
import { boundTexts } from "../argument-bound.js";
import { arnOf, createMachine, type Machine } from "../machine.js";
import { type DerivePoliciesOptions, hintOf } from "../options.js";
import { resolveResource } from "../parse-resource.js";
import { type JsonObject, type VisitedState, walkStates } from "../walk-states.js";

export interface WorkerPolicies {
  /** For whatever is handed a task token (a function, the reader of a queue); absent where no state waits for one. */
  readonly callback?: MergedPolicy;
  /** For the workers of each activity, by its ARN, sorted. */
  readonly activities: { readonly [activityArn: string]: MergedPolicy };
}

/**
 * What those who finish a machine's tasks from outside need for it: the execution role is not theirs. A token is proof
 * enough of what it belongs to, which is why the service authorises its use by no resource.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-activities.html
 */
export function deriveWorkerPolicies(definition: object, options: DerivePoliciesOptions): WorkerPolicies {
  const machine = createMachine(options);
  const callbacks: Grant[] = [];
  const activities = new Map<string, Grant[]>();
  for (const visited of walkStates(definition as JsonObject)) {
    const { state, pointer, name } = visited;
    if (state.Type !== "Task" || typeof state.Resource !== "string") continue;
    const parsed = resolveResource(state.Resource, machine);
    if (parsed.kind === "activity") {
      const keys = hintOf(options.hints, name)?.arguments?.KmsKeyArn ?? [];
      const grants = activityGrants(machine, state.Resource, pointer, boundTexts(keys));
      activities.set(state.Resource, [...(activities.get(state.Resource) ?? []), ...grants]);
    } else if ("pattern" in parsed && parsed.pattern === "waitForTaskToken") {
      callbacks.push(endTask(visited, "Ends the task whose token it was given."));
    }
  }
  return {
    ...(callbacks.length > 0 && { callback: mergeGrants(callbacks) }),
    activities: Object.fromEntries(
      [...activities].sort(([a], [b]) => (a < b ? -1 : 1)).map(([arn, grants]) => [arn, mergeGrants(grants)]),
    ),
  };
}

function activityGrants(
  machine: Machine,
  activityArn: string,
  state: string,
  keys: readonly string[],
): readonly Grant[] {
  const fetch: Grant = {
    actions: ["states:GetActivityTask"],
    resources: [resource(activityArn, "declared")],
    state,
    reason: "Fetches the activity's tasks.",
  };
  const encryption = keys.map(
    (key): Grant => ({
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: [
        resource(key.includes(":") || key.includes("${") ? key : arnOf(machine, "kms", `key/${key}`), "declared"),
      ],
      conditions: { StringEquals: { "kms:EncryptionContext:aws:states:activityArn": activityArn } },
      state,
      reason: "Decrypts the activity's tasks.",
    }),
  );
  return [fetch, endTask({ pointer: state }, "Ends the tasks that it fetched."), ...encryption];
}

function endTask({ pointer }: Pick<VisitedState, "pointer">, reason: string): Grant {
  return {
    actions: ["states:SendTaskFailure", "states:SendTaskHeartbeat", "states:SendTaskSuccess"],
    resources: [anyResource("no-resource-type")],
    state: pointer,
    reason,
  };
}
