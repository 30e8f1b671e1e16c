import type { TextFile } from "@treadle/workflow/data-source";
import { dataActionsOf, metadataAction } from "../contract/data-actions.js";
import type { CosmosStatement } from "../contract/manifest.js";
import type { ContainerOptions } from "../tasks/container-options.js";
import { pascalCase } from "./pascal-case.js";

/**
 * `carts.roles.json`: a data-plane role with the fewest data actions that the statements need, and its assignment, both for
 * the one container. In the form that `az cosmosdb sql role definition create` and `… assignment create` take.
 */
export function emitRoles(
  sourceName: string,
  options: ContainerOptions,
  statements: Iterable<CosmosStatement>,
): TextFile {
  const scope = `/dbs/${options.database}/colls/${options.container}`;
  // Every client reads metadata, and the health check reads the container's.
  const actions = new Set([metadataAction, ...[...statements].flatMap(dataActionsOf)]);
  const roleName = `treadle-${sourceName}`;
  const document = {
    roleDefinition: {
      RoleName: roleName,
      Type: "CustomRole",
      AssignableScopes: [scope],
      Permissions: [{ DataActions: [...actions].sort() }],
    },
    roleAssignment: {
      RoleDefinitionName: roleName,
      PrincipalId: `\${${principalPlaceholder(sourceName)}}`,
      Scope: scope,
    },
  };
  return { file: `${sourceName}.roles.json`, text: `${JSON.stringify(document, null, 2)}\n` };
}

/** Stands for the object id of the bridge's identity in Microsoft Entra. */
export function principalPlaceholder(sourceName: string): string {
  return `${pascalCase(sourceName)}PrincipalId`;
}
