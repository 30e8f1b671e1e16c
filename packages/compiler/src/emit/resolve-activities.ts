import type { StateMachineDefinition } from "@treadle/asl";
import type { Placeholder } from "@treadle/workflow";

/**
 * The definition as the validator has to see it: a Resource that is the placeholder of an activity looks like one, since
 * an activity has no Credentials and cannot be in an EXPRESS workflow.
 */
export function resolveActivities(
  definition: StateMachineDefinition,
  placeholders: ReadonlyMap<string, Placeholder>,
): StateMachineDefinition {
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([field, member]) => [
        field,
        field === "Resource" && typeof member === "string" ? activityArn(member, placeholders) : resolve(member),
      ]),
    );
  };
  const hasActivities = [...placeholders.values()].some(({ kind }) => kind === "activity-arn");
  return hasActivities ? (resolve(definition) as StateMachineDefinition) : definition;
}

function activityArn(resource: string, placeholders: ReadonlyMap<string, Placeholder>): string {
  const name = /^\$\{([^}]+)\}$/.exec(resource)?.[1];
  const isActivity = name !== undefined && placeholders.get(name)?.kind === "activity-arn";
  return isActivity ? `arn:aws:states:us-east-1:000000000000:activity:${name}` : resource;
}
