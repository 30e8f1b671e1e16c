import { type Diagnostic, type DiagnosticRule, defineDiagnostics, type Severity } from "@treadle/diagnostics";
import type { AslDiagnostic } from "./validation/asl-diagnostic.js";

const row = (severity: Severity): DiagnosticRule<AslDiagnostic> => ({
  severity,
  message: describe,
  help: (d) => d.help,
});

const error = row("error");
const warning = row("warning");

/** Every fault that the validator reports. The text of each comes from the rule, since AWS words most of them. */
const table = {
  // Structure
  "invalid-json": error,
  "duplicate-key": error,
  "wrong-type": error,
  "unknown-state-type": error,
  "unsupported-field": error,
  "missing-field": error,
  "wrong-value": error,
  "out-of-range": error,
  "empty-value": error,
  "exclusive-fields": error,
  "next-or-end": error,
  "definition-too-large": error,
  "too-deeply-nested": error,
  // States and transitions
  "missing-transition-target": error,
  "unreachable-state": error,
  "missing-end-state": error,
  "endless-scope": warning,
  "duplicate-state-name": error,
  "state-name-too-long": error,
  "choice-rule-shape": error,
  "states-all-not-last": error,
  "unknown-states-error": warning,
  "heartbeat-not-below-timeout": error,
  "invalid-timestamp": error,
  // Query languages and expressions
  "query-language-downgrade": error,
  "query-language-field": error,
  "constant-required": error,
  "jsonata-delimiters": error,
  "jsonata-syntax": error,
  "jsonata-top-level-reference": error,
  "jsonata-states-field": error,
  "jsonata-eval": warning,
  "jsonata-too-deep": warning,
  "invalid-path": error,
  "invalid-reference-path": error,
  "invalid-payload-path": error,
  "unresolved-path": warning,
  "static-result": warning,
  // Variables
  "invalid-variable-name": error,
  "reserved-variable-name": error,
  "variable-shadowing": error,
  "undefined-variable": warning,
  // Tasks
  "invalid-resource": error,
  "unknown-integration": error,
  "missing-arguments": error,
  "incomplete-arguments": warning,
  "argument-name-case": warning,
  "token-not-passed": warning,
  "token-not-there": warning,
  "missing-role-arn": error,
  "credentials-on-activity": error,
  "http-timeout": warning,
  "harness-timeout": warning,
  // Express
  "express-integration": error,
  "express-distributed-map": error,
  "express-too-long": warning,
  // Map
  "map-execution-type": error,
  "invalid-label": error,
  "duplicate-label": error,
  "item-reader": error,
  "item-batcher": error,
  "result-writer": error,
  "reader-arguments": warning,
  "distributed-only-field": warning,
  "concurrency-above-quota": warning,
  "history-above-quota": warning,
  // Payloads
  "payload-too-large": warning,
} as const satisfies Record<string, DiagnosticRule<AslDiagnostic>>;

export type AslDiagnosticName = keyof typeof table;

export const aslDiagnostics = defineDiagnostics("asl", table);

export const aslDiagnosticNames = Object.keys(table) as AslDiagnosticName[];

export function severityOf(name: AslDiagnosticName): Severity {
  return table[name].severity;
}

/**
 * The finding as the other packages report it: code `asl/<name>`, AWS's code in the text. With the name of the file
 * whose text was validated, it has a location there.
 */
export function toDiagnostic(finding: AslDiagnostic, file?: string): Diagnostic {
  const { pointer, place } = finding;
  if (file === undefined || !place) return aslDiagnostics[finding.name](finding, { pointer });
  const { line, column } = place;
  const length = place.endLine === line ? Math.max(1, place.endColumn - column) : 1;
  return aslDiagnostics[finding.name](finding, { pointer, location: { file, line, column, length } });
}

function describe(finding: AslDiagnostic): string {
  return finding.code === undefined ? finding.message : `${finding.message} (${finding.code})`;
}
