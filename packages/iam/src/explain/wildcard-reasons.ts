import type { WildcardReason } from "../policy/grant.js";

/** In words, for whoever reads a policy. */
export const wildcardReasons: { readonly [reason in WildcardReason]: string } = {
  "no-resource-type": "the service authorises the action for the account as a whole",
  "service-requires": "AWS documents that the call needs it",
  declared: "a hint declares it",
  "dynamic-value": "the value is known only when the state runs",
  "not-in-arguments": "the call reaches more than its arguments name",
  "created-by-call": "the service names what the call makes",
  "every-version": "every version, alias or revision",
  "every-execution": "every execution, job or build of it",
};
