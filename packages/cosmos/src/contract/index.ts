export {
  type CosmosConsistency,
  type CosmosManifest,
  type CosmosStatement,
  type JsonKind,
  type ParamOrValue,
  type ParsedManifest,
  type PatchOperation,
  type PatchStatement,
  type PointStatement,
  parseManifest,
  type QueryParam,
  type QueryStatement,
} from "./manifest.js";
