import type { MergedPolicy, Provenance } from "./merge-grants.js";
import { namePolicies, policyNameOf } from "./name-policies.js";
import type { PolicyDocument, TrustPolicyDocument } from "./policy-document.js";
import { splitProvenance } from "./split-provenance.js";

/** A role as it goes into a policy file. */
export interface RoleFile extends MergedPolicy {
  /** Begins the names of its policies. */
  readonly name: string;
  readonly trust: TrustPolicyDocument;
}

export interface CredentialsRoleFile extends MergedPolicy {
  readonly roleArn: string;
  readonly trust: TrustPolicyDocument;
}

/** Policies of those who finish a machine's tasks from outside, as `deriveWorkerPolicies` gives them. */
export interface WorkersFile {
  readonly callback?: MergedPolicy;
  readonly activities: { readonly [activityArn: string]: MergedPolicy };
}

interface PolicySection {
  readonly policies: { readonly [name: string]: PolicyDocument };
  readonly provenance: Provenance;
}

/**
 * The text of `<Workflow>.iam.json`, one role's documents as deployment takes them and reviewers read them:
 *
 * - `trustPolicy`: who may take the role
 * - `policies`: by name; one where the statements fit an inline policy, else numbered managed policies. None where the
 *   role needs nothing, since IAM refuses a policy without statements
 * - `provenance`: for each Sid the states that need the statement, why, and the reason for every `*`
 * - `roles`: the same three for each role that a state takes by Credentials, by the role's ARN
 * - `workers`: policies and provenance for whoever is handed a task token, and for the workers of each activity, by its ARN
 *
 * Statements and keys are sorted, so that a change in the definition changes only the lines that it is about.
 */
export function formatPolicyFile(
  role: RoleFile,
  credentials: readonly CredentialsRoleFile[] = [],
  workers: WorkersFile = { activities: {} },
): string {
  const roles = Object.fromEntries(
    credentials.map((each) => [each.roleArn, roleSection({ ...each, name: policyNameOf(each.roleArn) })]),
  );
  const file = {
    ...roleSection(role),
    ...(credentials.length > 0 && { roles }),
    ...workersSection(role.name, workers),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The text of a deployer's policy: `policies` and `provenance`, as those of a role. */
export function formatDeployerFile(name: string, policy: MergedPolicy): string {
  return `${JSON.stringify(policySection(`${name}Deployer`, policy), null, 2)}\n`;
}

function workersSection(name: string, { callback, activities }: WorkersFile): object {
  const sections = Object.entries(activities).map(([arn, policy]) => [
    arn,
    policySection(`${name}${policyNameOf(arn)}`, policy),
  ]);
  if (callback === undefined && sections.length === 0) return {};
  return {
    workers: {
      ...(callback && { callback: policySection(`${name}Callback`, callback) }),
      ...(sections.length > 0 && { activities: Object.fromEntries(sections) }),
    },
  };
}

function roleSection(role: RoleFile): PolicySection & { readonly trustPolicy: TrustPolicyDocument } {
  return { trustPolicy: role.trust, ...policySection(role.name, role) };
}

function policySection(name: string, { document, provenance }: MergedPolicy): PolicySection {
  const policies = namePolicies(name, document);
  return { policies, provenance: splitProvenance(Object.values(policies), provenance) };
}
