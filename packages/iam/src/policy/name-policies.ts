import type { PolicyDocument } from "./policy-document.js";
import { splitPolicy } from "./policy-size.js";

/** The documents of one role by name: one where they fit an inline policy, else numbered managed policies; none where it needs nothing. */
export function namePolicies(name: string, document: PolicyDocument): { readonly [name: string]: PolicyDocument } {
  if (document.Statement.length === 0) return {};
  const documents = splitPolicy(document);
  return Object.fromEntries(
    documents.map((each, index) => [documents.length === 1 ? name : `${name}${index + 1}`, each]),
  );
}

/** Begins the names of a role's policies: `role/name` and `activity:name` → `name`; of a placeholder, its name. */
export function policyNameOf(arn: string): string {
  return arn
    .split(/[/:]/)
    .at(-1)!
    .replace(/[^A-Za-z0-9+=,.@_-]/g, "");
}

interface MachinePolicies {
  readonly execution: { readonly document: PolicyDocument };
  readonly roles: readonly { readonly roleArn: string; readonly document: PolicyDocument }[];
}

/** The names of a machine's policies that are too large to be inline, so that deployment makes managed policies of them. */
export function managedPolicyNames(name: string, { execution, roles }: MachinePolicies): readonly string[] {
  const all = [
    namePolicies(name, execution.document),
    ...roles.map(({ roleArn, document }) => namePolicies(policyNameOf(roleArn), document)),
  ];
  return all.map((policies) => Object.keys(policies)).flatMap((names) => (names.length > 1 ? names : []));
}
