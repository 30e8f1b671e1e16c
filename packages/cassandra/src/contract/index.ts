export { type CqlType, formatCqlName, formatCqlType, type NativeType, nativeTypes, thawCqlType } from "./cql-type.js";
export {
  type CassandraManifest,
  type CassandraStatement,
  type ConsistencyLevel,
  consistencyLevels,
  continuationParam,
  type ParsedManifest,
  parseManifest,
  type ResultColumn,
  type ResultKind,
  type SerialConsistencyLevel,
  type StatementParam,
} from "./manifest.js";
export { type ParsedCqlType, parseCqlType, readCqlType } from "./parse-cql-type.js";
