export { type AnalyzedStatement, analyzeStatement } from "./analyze-statement.js";
export type { BindMarker } from "./bind-marker.js";
export { type Finding, type FindingStage, findingText, hasErrorFindings } from "./finding.js";
export type {
  ColumnOperation,
  ResolvedModification,
  ResolvedSelect,
  ResolvedStatement,
  SelectedColumn,
} from "./resolve/resolved-statement.js";
