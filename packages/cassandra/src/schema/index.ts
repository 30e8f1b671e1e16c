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
export * from "./type-traits.js";
