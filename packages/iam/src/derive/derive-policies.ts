import { compareDiagnostics, type Diagnostic } from "@treadle/diagnostics";
import { iamDiagnostics } from "../diagnostics.js";
import { type Grant, resource } from "../policy/grant.js";
import { type MergedPolicy, mergeGrants } from "../policy/merge-grants.js";
import type { TrustPolicyDocument } from "../policy/policy-document.js";
import { managedPoliciesPerRole, splitPolicy } from "../policy/policy-size.js";
import { patternsAmongValues } from "./argument-bound.js";
import { collectVariables } from "./collect-variables.js";
import { deriveState } from "./derive-state.js";
import { type PolicyPlaceholder, placeholdersOf } from "./derived-placeholders.js";
import { createMachine } from "./machine.js";
import { machineGrants } from "./machine-grants.js";
import { type AccessHint, type DerivePoliciesOptions, hintOf, type PolicyHints } from "./options.js";
import { credentialsTrust, machineTrust } from "./trust-policy.js";
import { type JsonObject, type VisitedState, walkStates } from "./walk-states.js";

export interface DerivedPolicies {
  /** Who may take the execution role. */
  readonly trust: TrustPolicyDocument;
  readonly execution: MergedPolicy;
  /** What the execution role's policy was merged from: one entry for each need of each state. */
  readonly grants: readonly Grant[];
  /** One for each role that a state names in Credentials, by ARN. */
  readonly roles: readonly CredentialsRole[];
  /** What deployment must put into the policies, by name. */
  readonly placeholders: readonly PolicyPlaceholder[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface CredentialsRole extends MergedPolicy {
  readonly roleArn: string;
  readonly grants: readonly Grant[];
  readonly trust: TrustPolicyDocument;
}

/**
 * The policies of a state machine's roles, as a function of its definition and of what is declared beside it. Where a
 * right cannot be known, it is an error that names the hint to give; policies are then those of the rest.
 */
export function derivePolicies(definition: object, options: DerivePoliciesOptions): DerivedPolicies {
  const machine = createMachine(options);
  const visited = [...walkStates(definition as JsonObject)];
  const variables = collectVariables(visited, machine);
  const diagnostics: Diagnostic[] = [];
  const execution: Grant[] = [...machineGrants(machine, options)];
  const delegated = new Map<string, Grant[]>();
  for (const each of visited) {
    const hint = hintOf(options.hints, each.name);
    const found = deriveState(each, machine, variables, hint);
    const declared = (hint?.access ?? []).map((access) => declaredGrant(access, each.pointer));
    diagnostics.push(...found.diagnostics);
    execution.push(...found.grants);
    if (found.roles.length === 0) execution.push(...declared);
    for (const { role, grants } of found.roles) {
      delegated.set(role, [...(delegated.get(role) ?? []), ...grants, ...declared]);
    }
  }
  diagnostics.push(...checkHints(options.hints, visited));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that deployment replaces.
  const executionRole = options.executionRoleArn ?? "${ExecutionRoleArn}";
  const policy = mergeGrants(execution);
  diagnostics.push(...checkSize(policy, "the execution role"));
  const roles = [...delegated]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([roleArn, grants]): CredentialsRole => {
      const merged = mergeGrants(grants);
      diagnostics.push(...checkSize(merged, roleArn));
      return { roleArn, trust: credentialsTrust(machine, executionRole), grants, ...merged };
    });
  const trust = machineTrust(machine);
  const texts = [trust, policy.document, ...roles].map((each) => JSON.stringify(each));
  return {
    trust,
    execution: policy,
    grants: execution,
    roles,
    placeholders: placeholdersOf(texts, definition, machine),
    diagnostics: diagnostics.sort(compareDiagnostics),
  };
}

function checkHints(hints: PolicyHints | undefined, visited: readonly VisitedState[]): readonly Diagnostic[] {
  const known = visited.map(({ name }) => name);
  return Object.entries(hints?.states ?? {}).flatMap(([state, hint]) => [
    ...(known.includes(state) ? [] : [iamDiagnostics["unknown-hint"]({ state, known })]),
    ...Object.entries(hint.arguments ?? {}).flatMap(([argument, bound]) =>
      patternsAmongValues(bound).map((value) => iamDiagnostics["pattern-among-values"]({ state, argument, value })),
    ),
  ]);
}

/** A declared need as a grant; its `*` are declared as well. */
export function declaredGrant(access: AccessHint, state?: string): Grant {
  return {
    actions: access.actions,
    resources: access.resources.map((arn) => resource(arn, "declared")),
    ...(access.conditions && { conditions: access.conditions }),
    ...(state !== undefined && { state }),
    reason: access.reason,
  };
}

function checkSize(policy: MergedPolicy, role: string): readonly Diagnostic[] {
  const documents = splitPolicy(policy.document).length;
  const limit = managedPoliciesPerRole;
  return documents > limit ? [iamDiagnostics["policy-too-large"]({ role, documents, limit })] : [];
}
