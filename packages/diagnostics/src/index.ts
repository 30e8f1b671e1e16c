export {
  type DiagnosticPlace,
  type DiagnosticReporters,
  type DiagnosticRule,
  defineDiagnostics,
} from "./define-diagnostics.js";
export type { Diagnostic, RelatedLocation, Severity, SourceLocation } from "./diagnostic.js";
export { distinctDiagnostics } from "./distinct-diagnostics.js";
export {
  compareDiagnostics,
  type DiagnosticPalette,
  type FormatOptions,
  formatDiagnostic,
  formatLocation,
  hasErrors,
} from "./format-diagnostic.js";
export { formatSarif } from "./format-sarif.js";
export { didYouMean, nearestName } from "./nearest-name.js";
