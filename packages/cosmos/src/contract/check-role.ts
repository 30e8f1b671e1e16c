import { dataActionsOf, metadataAction } from "./data-actions.js";
import type { CosmosManifest } from "./manifest.js";

export interface RoleFindings {
  /** Statements that the service would refuse, with what the role lacks for each. */
  readonly missing: readonly { readonly statement: string; readonly action: string }[];
  /** What the role grants and no statement needs. */
  readonly unused: readonly string[];
}

/**
 * Compares the data actions of a role definition with the statements of a manifest, as the service would: without an account,
 * and before anything is deployed.
 *
 * @param granted `Permissions[].DataActions` of the definition; each may end in `/*`, as the service allows
 */
export function checkRole(manifest: CosmosManifest, granted: readonly string[]): RoleFindings {
  const covers = (grant: string, action: string) =>
    grant.endsWith("/*") ? action.startsWith(grant.slice(0, -1)) : grant === action;
  const needs = Object.entries(manifest.statements).flatMap(([statement, definition]) =>
    [metadataAction, ...dataActionsOf(definition)].map((action) => ({ statement, action })),
  );
  return {
    missing: needs.filter(({ action }) => !granted.some((grant) => covers(grant, action))),
    unused: granted.filter((grant) => !needs.some(({ action }) => covers(grant, action))),
  };
}
