import type { Conditions } from "./policy-document.js";

/**
 * Why a resource holds `*`.
 *
 * - `no-resource-type`: the service authorises the action for the account as a whole
 * - `service-requires`: AWS documents that the call needs every resource
 * - `declared`: a hint says so
 * - `dynamic-value`: the value, or a part of it, is known only when the state runs
 * - `not-in-arguments`: the call reaches resources that its arguments do not name
 * - `created-by-call`: the service names what the call makes
 * - `every-version`: versions and aliases of one function, revisions of one definition
 * - `every-execution`: the executions, jobs or builds of one machine, queue or project
 */
export type WildcardReason =
  | "no-resource-type"
  | "service-requires"
  | "declared"
  | "dynamic-value"
  | "not-in-arguments"
  | "created-by-call"
  | "every-version"
  | "every-execution";

export interface Resource {
  readonly arn: string;
  /** Present exactly when the ARN holds `*`. */
  readonly wildcard?: WildcardReason;
}

/** One need of one state; statements are merged from these. */
export interface Grant {
  readonly actions: readonly string[];
  readonly resources: readonly Resource[];
  readonly conditions?: Conditions;
  /** JSON Pointer of the state; absent where the role needs it whatever its states do (logging, a key). */
  readonly state?: string;
  /** In one sentence, for reviewers. */
  readonly reason: string;
}

export function anyResource(wildcard: WildcardReason): Resource {
  return { arn: "*", wildcard };
}

export function resource(arn: string, wildcard?: WildcardReason): Resource {
  return wildcard !== undefined && arn.includes("*") ? { arn, wildcard } : { arn };
}
