import type { Conditions, PolicyDocument } from "../policy/policy-document.js";
import { coversConditions } from "./conditions.js";
import { coversPattern } from "./pattern.js";

/** One action on one resource, as a statement grants or denies it. */
export interface Permission {
  readonly effect: "Allow" | "Deny";
  readonly action: string;
  readonly resource: string;
  readonly conditions?: Conditions;
  /** The statement that it stands in; empty where that has no name. */
  readonly sid: string;
}

/** Policies as IAM stores them: what others wrote may hold one statement, action or resource without a list. */
export interface WrittenPolicy {
  readonly Statement: OneOrMore<WrittenStatement>;
}

export interface WrittenStatement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: OneOrMore<string>;
  readonly Resource: OneOrMore<string>;
  readonly Condition?: Conditions;
}

type OneOrMore<T> = T | readonly T[];

export function permissionsOf(policy: PolicyDocument | WrittenPolicy): readonly Permission[] {
  return listOf<WrittenStatement>(policy.Statement).flatMap((statement) =>
    listOf(statement.Action).flatMap((action) =>
      listOf(statement.Resource).map(
        (resource): Permission => ({
          effect: statement.Effect === "Deny" ? "Deny" : "Allow",
          action,
          resource,
          ...(statement.Condition && { conditions: statement.Condition }),
          sid: statement.Sid ?? "",
        }),
      ),
    ),
  );
}

/** Whether all that `inner` is about is within `outer`; actions ignore case. */
export function covers(outer: Permission, inner: Permission): boolean {
  return (
    outer.effect === inner.effect &&
    coversPattern(outer.action.toLowerCase(), inner.action.toLowerCase()) &&
    coversPattern(outer.resource, inner.resource) &&
    coversConditions(outer.conditions, inner.conditions)
  );
}

function listOf<T>(value: OneOrMore<T>): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
