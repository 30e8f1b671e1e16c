import type { MergedPolicy, Provenance } from "./merge-grants.js";
import type { PolicyDocument, TrustPolicyDocument } from "./policy-document.js";
import { splitPolicy } from "./policy-size.js";

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

interface RoleSection {
  readonly trustPolicy: TrustPolicyDocument;
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
 *
 * Statements and keys are sorted, so that a change in the definition changes only the lines that it is about.
 */
export function formatPolicyFile(role: RoleFile, credentials: readonly CredentialsRoleFile[] = []): string {
  const roles = Object.fromEntries(
    credentials.map((each) => [each.roleArn, section({ name: lastPart(each.roleArn), ...each })]),
  );
  const file = { ...section(role), ...(credentials.length > 0 && { roles }) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function section(role: RoleFile): RoleSection {
  return { trustPolicy: role.trust, policies: policies(role), provenance: role.provenance };
}

function policies(role: RoleFile): { readonly [name: string]: PolicyDocument } {
  if (role.document.Statement.length === 0) return {};
  const documents = splitPolicy(role.document);
  return Object.fromEntries(
    documents.map((document, index) => [documents.length === 1 ? role.name : `${role.name}${index + 1}`, document]),
  );
}

/** `role/name` → `name`; of a placeholder, its name. */
function lastPart(roleArn: string): string {
  return roleArn
    .split("/")
    .at(-1)!
    .replace(/[^A-Za-z0-9+=,.@_-]/g, "");
}
