export { type BridgeRole, type BridgeRoleOptions, deriveBridgeRole } from "./bridge/derive-bridge-role.js";
export { comparePolicies, type MovedPermission, type PolicyComparison } from "./compare/compare-policies.js";
export type { Permission, WrittenPolicy, WrittenStatement } from "./compare/permission.js";
export {
  type ActionNeed,
  type AuthorizedAction,
  type AuthorizedService,
  authorizedAction,
  authorizedService,
  iamPrefix,
} from "./data/service-authorization.js";
export { type DeployerOptions, deriveDeployerPolicy } from "./deployer/derive-deployer-policy.js";
export type { ArgumentBound } from "./derive/argument-bound.js";
export { type CredentialsRole, type DerivedPolicies, derivePolicies } from "./derive/derive-policies.js";
export type { PolicyPlaceholder } from "./derive/derived-placeholders.js";
export type { AccessHint, DerivePoliciesOptions, PolicyHints, StateHint } from "./derive/options.js";
export { deriveWorkerPolicies, type WorkerPolicies } from "./derive/workers/derive-worker-policies.js";
export { iamDiagnostics } from "./diagnostics.js";
export { type Explanation, explainPolicies } from "./explain/explain-policies.js";
export { formatExplanation } from "./explain/format-explanation.js";
export { wildcardReasons } from "./explain/wildcard-reasons.js";
export {
  type CredentialsRoleFile,
  formatDeployerFile,
  formatPolicyFile,
  type RoleFile,
  type WorkersFile,
} from "./policy/format-policy-file.js";
export type { Grant, Resource, WildcardReason } from "./policy/grant.js";
export { type MergedPolicy, mergeGrants, type Provenance, type StatementProvenance } from "./policy/merge-grants.js";
export { managedPolicyNames } from "./policy/name-policies.js";
export type {
  Conditions,
  PolicyDocument,
  PolicyStatement,
  TrustPolicyDocument,
  TrustPolicyStatement,
} from "./policy/policy-document.js";
export {
  inlinePolicyLimit,
  managedPoliciesPerRole,
  managedPolicyLimit,
  policySize,
  splitPolicy,
} from "./policy/policy-size.js";
