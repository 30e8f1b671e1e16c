import type { PolicyDocument } from "../policy/policy-document.js";
import { covers, type Permission, permissionsOf, type WrittenPolicy } from "./permission.js";

export interface PolicyComparison {
  /** Allowed now and not before, or denied before and not now. */
  readonly widened: readonly Permission[];
  /** Allowed before and not now, or denied now and not before. */
  readonly narrowed: readonly Permission[];
  /** Neither: the same permission in another statement. */
  readonly moved: readonly MovedPermission[];
}

export interface MovedPermission {
  readonly permission: Permission;
  /** Sid of the statement that it stood in. */
  readonly from: string;
  /** Sid of the statement that it stands in. */
  readonly to: string;
}

type Policies = PolicyDocument | WrittenPolicy | readonly (PolicyDocument | WrittenPolicy)[];

/**
 * What a role may do under `after` that it may not under `before`, and the reverse. Documents of one role are given
 * together: a statement that goes from one to another has only moved. A permission is covered by another with a wider
 * pattern or weaker conditions; where neither is certain, it is reported as changed.
 */
export function comparePolicies(before: Policies, after: Policies): PolicyComparison {
  const old = permissions(before);
  const now = permissions(after);
  const appeared = now.filter((permission) => !old.some((other) => covers(other, permission)));
  const disappeared = old.filter((permission) => !now.some((other) => covers(other, permission)));
  return {
    widened: sorted([...appeared.filter(isAllowed), ...disappeared.filter((each) => !isAllowed(each))]),
    narrowed: sorted([...disappeared.filter(isAllowed), ...appeared.filter((each) => !isAllowed(each))]),
    moved: now
      .flatMap((permission) => moves(old, permission))
      .sort((a, b) => compareText(key(a.permission), key(b.permission))),
  };
}

function moves(old: readonly Permission[], permission: Permission): readonly MovedPermission[] {
  const same = old.filter((other) => key(other) === key(permission));
  if (same.length === 0 || same.some(({ sid }) => sid === permission.sid)) return [];
  return [{ permission, from: same[0]!.sid, to: permission.sid }];
}

function permissions(policies: Policies): readonly Permission[] {
  return "Statement" in policies ? permissionsOf(policies) : policies.flatMap(permissionsOf);
}

function isAllowed({ effect }: Permission): boolean {
  return effect === "Allow";
}

function sorted(list: readonly Permission[]): readonly Permission[] {
  return [...list].sort((a, b) => compareText(key(a), key(b)));
}

function key({ effect, action, resource, conditions }: Permission): string {
  return JSON.stringify([effect, action.toLowerCase(), resource, conditions ?? {}]);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
