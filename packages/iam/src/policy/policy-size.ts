import type { PolicyDocument, PolicyStatement } from "./policy-document.js";

/** Characters that all inline policies of one role may have together; white space does not count. */
export const inlinePolicyLimit = 10_240;
/** Characters of one managed policy; white space does not count. */
export const managedPolicyLimit = 6_144;
/** Managed policies that a role may have by default. */
export const managedPoliciesPerRole = 10;

/** What deployment puts in the place of any other placeholder is hardly longer: an ARN with a name of 64 characters. */
const placeholderSize = 150;
const placeholderSizes: { readonly [name: string]: number } = { AccountId: 12, Partition: 10, Region: 14 };

/** The size as IAM counts it once placeholders are replaced, for a document whose texts hold no white space. */
export function policySize(document: PolicyDocument): number {
  const text = JSON.stringify(document);
  const placeholders = [...text.matchAll(/\$\{([^}]+)\}/g)];
  return placeholders.reduce(
    (size, [reference, name]) => size - reference.length + (placeholderSizes[name!] ?? placeholderSize),
    text.length,
  );
}

/**
 * One document where it fits inline; else as many managed policies as it takes, each within its limit, statements in
 * order. A single statement that is larger than a managed policy is split by its resources.
 */
export function splitPolicy(document: PolicyDocument): readonly PolicyDocument[] {
  if (policySize(document) <= inlinePolicyLimit) return [document];
  const documents: PolicyStatement[][] = [[]];
  for (const statement of document.Statement.flatMap(splitStatement)) {
    const current = documents.at(-1)!;
    if (policySize(asDocument([...current, statement])) <= managedPolicyLimit) current.push(statement);
    else documents.push([statement]);
  }
  return documents.filter((statements) => statements.length > 0).map(asDocument);
}

function splitStatement(statement: PolicyStatement): PolicyStatement[] {
  if (policySize(asDocument([statement])) <= managedPolicyLimit) return [statement];
  const field = statement.Resource.length > 1 ? "Resource" : "Action";
  const half = Math.ceil(statement[field].length / 2);
  if (half === statement[field].length) return [statement];
  const parts = [statement[field].slice(0, half), statement[field].slice(half)];
  return parts.flatMap((part, index) =>
    splitStatement({ ...statement, Sid: `${statement.Sid}${index + 1}`, [field]: part }),
  );
}

function asDocument(statements: readonly PolicyStatement[]): PolicyDocument {
  return { Version: "2012-10-17", Statement: statements };
}
