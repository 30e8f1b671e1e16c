export { checkRole, type RoleFindings } from "./check-role.js";
export { dataActionsOf, metadataAction } from "./data-actions.js";
export {
  type BatchOperation,
  type BatchStatement,
  type BulkStatement,
  type CosmosConsistency,
  type CosmosManifest,
  type CosmosStatement,
  type JsonKind,
  type PagesStatement,
  type ParamOrValue,
  type ParsedManifest,
  type PatchOperation,
  type PatchStatement,
  type PointStatement,
  parseManifest,
  type QueryParam,
  type QueryStatement,
} from "./manifest.js";
