export { type BridgeRole, type BridgeRoleOptions, deriveBridgeRole } from "./bridge/derive-bridge-role.js";
export {
  type ActionNeed,
  type AuthorizedAction,
  type AuthorizedService,
  authorizedAction,
  authorizedService,
  iamPrefix,
} from "./data/service-authorization.js";
export { type CredentialsRole, type DerivedPolicies, derivePolicies } from "./derive/derive-policies.js";
export type { PolicyPlaceholder } from "./derive/derived-placeholders.js";
export type { AccessHint, DerivePoliciesOptions, PolicyHints, StateHint } from "./derive/options.js";
export { iamDiagnostics } from "./diagnostics.js";
export { type CredentialsRoleFile, formatPolicyFile, type RoleFile } from "./policy/format-policy-file.js";
export type { Grant, Resource, WildcardReason } from "./policy/grant.js";
export { type MergedPolicy, mergeGrants, type Provenance, type StatementProvenance } from "./policy/merge-grants.js";
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
