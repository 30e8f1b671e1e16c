import type { Grant, Resource } from "../policy/grant.js";
import type { Conditions } from "../policy/policy-document.js";
import type { Explanation } from "./explain-policies.js";
import { wildcardReasons } from "./wildcard-reasons.js";

/**
 * Text for people: each state with what it may do, on what, why, and why it holds `*`. States without rights are named in
 * the last line.
 *
 * @param locate where a state was written, as text (`workflow.ts:41:6`)
 */
export function formatExplanation(
  explanations: readonly Explanation[],
  locate: (state: string) => string | undefined = () => undefined,
): string {
  const withRights = explanations.filter(({ grants, roles }) => grants.length + roles.length > 0);
  const without = explanations.flatMap(({ state, grants, roles }) =>
    state !== undefined && grants.length + roles.length === 0 ? [state] : [],
  );
  const blocks = withRights.map((explanation) => formatOne(explanation, locate).join("\n"));
  const rest = without.length === 0 ? [] : [`Need no rights: ${without.join(", ")}.`];
  return [...blocks, ...rest].map((block) => `${block}\n`).join("\n");
}

function formatOne({ state, grants, roles }: Explanation, locate: (state: string) => string | undefined): string[] {
  const place = state === undefined ? undefined : locate(state);
  const title = state ?? "The state machine itself";
  return [
    place === undefined ? title : `${title}  ${place}`,
    ...grants.flatMap(formatGrant),
    ...roles.flatMap((role) => [
      `  as ${role.roleArn}:`,
      ...role.grants.flatMap(formatGrant).map((line) => `  ${line}`),
    ]),
  ];
}

function formatGrant({ actions, resources, conditions, reason }: Grant): string[] {
  return [
    `  ${reason} ${actions.join(", ")}`,
    ...resources.map((each) => `    on ${formatResource(each)}`),
    ...formatConditions(conditions).map((condition) => `    if ${condition}`),
  ];
}

function formatResource({ arn, wildcard }: Resource): string {
  return wildcard === undefined ? arn : `${arn}  (*: ${wildcardReasons[wildcard]})`;
}

function formatConditions(conditions: Conditions | undefined): readonly string[] {
  return Object.entries(conditions ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => `${key} ${operator} ${[values].flat().join(" or ")}`),
  );
}
