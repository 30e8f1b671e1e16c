import type { Grant, WildcardReason } from "./grant.js";
import type { Conditions, PolicyDocument, PolicyStatement } from "./policy-document.js";
import { statementSid } from "./sid.js";

/** Why a statement is there, by its Sid. */
export interface Provenance {
  readonly [sid: string]: StatementProvenance;
}

export interface StatementProvenance {
  /** JSON Pointers of the states that need it, sorted; none where the role needs it whatever its states do. */
  readonly states: readonly string[];
  /** Sorted. */
  readonly reasons: readonly string[];
  /** Each resource that holds `*`, and why. */
  readonly wildcards: { readonly [resource: string]: readonly WildcardReason[] };
}

export interface MergedPolicy {
  readonly document: PolicyDocument;
  readonly provenance: Provenance;
}

/**
 * The canonical document of a set of grants: one statement for each pair of conditions and resources, sorted throughout,
 * so that the order in which grants were found leaves no trace.
 */
export function mergeGrants(grants: readonly Grant[]): MergedPolicy {
  const groups = new Map<string, Grant[]>();
  for (const grant of grants) {
    const key = statementKey(grant);
    groups.set(key, [...(groups.get(key) ?? []), grant]);
  }
  const statements: PolicyStatement[] = [];
  const provenance: { [sid: string]: StatementProvenance } = {};
  for (const [key, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const statement = mergeGroup(key, group);
    statements.push(statement);
    provenance[statement.Sid] = explain(group);
  }
  return { document: { Version: "2012-10-17", Statement: statements }, provenance };
}

function statementKey(grant: Grant): string {
  const resources = sortedSet(grant.resources.map(({ arn }) => arn));
  return JSON.stringify([resources, canonicalConditions(grant.conditions) ?? {}]);
}

function mergeGroup(key: string, group: readonly Grant[]): PolicyStatement {
  const actions = sortedSet(group.flatMap((grant) => grant.actions));
  const conditions = canonicalConditions(group[0]!.conditions);
  return {
    Sid: statementSid(actions, key),
    Effect: "Allow",
    Action: actions,
    Resource: sortedSet(group[0]!.resources.map(({ arn }) => arn)),
    ...(conditions && { Condition: conditions }),
  };
}

function explain(group: readonly Grant[]): StatementProvenance {
  const wildcards: { [resource: string]: readonly WildcardReason[] } = {};
  const resources = group.flatMap((grant) => grant.resources);
  for (const arn of sortedSet(resources.map((each) => each.arn))) {
    const reasons = resources.flatMap((each) => (each.arn === arn && each.wildcard ? [each.wildcard] : []));
    if (reasons.length > 0) wildcards[arn] = sortedSet(reasons) as WildcardReason[];
  }
  return {
    states: sortedSet(group.flatMap((grant) => grant.state ?? [])),
    reasons: sortedSet(group.map((grant) => grant.reason)),
    wildcards,
  };
}

function canonicalConditions(conditions: Conditions | undefined): Conditions | undefined {
  if (conditions === undefined || Object.keys(conditions).length === 0) return undefined;
  return sortedObject(conditions, (keys) =>
    sortedObject(keys, (value) => (typeof value === "string" ? value : sortedSet(value))),
  );
}

function sortedObject<V, W>(object: { readonly [key: string]: V }, map: (value: V) => W): { [key: string]: W } {
  return Object.fromEntries(sortedSet(Object.keys(object)).map((key) => [key, map(object[key]!)]));
}

function sortedSet(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
