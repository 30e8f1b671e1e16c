export {
  isSchemaStatement,
  loadSchema,
  type ReplayedSchema,
  replaySchema,
  type SchemaReplay,
  startReplay,
} from "./replay-schema.js";
export { resolveType, type TypeScope } from "./resolve-type.js";
export * from "./schema-model.js";
export { isVirtual, serverKeyspace } from "./server-keyspaces.js";
export * from "./type-traits.js";
