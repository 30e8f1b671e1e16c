export { type AnalyzedCql, analyzeCql, type CqlNameAndType, type ReplayedCql, replayCql } from "./analyze-cql.js";
export { compiler } from "./check-source.js";
