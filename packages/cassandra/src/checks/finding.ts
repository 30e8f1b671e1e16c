import type { Diagnostic } from "@treadle/diagnostics";
import type { CqlSpan } from "../cql/index.js";

/**
 * When the server would notice: as it prepares the statement, or only as it runs it. `advice` is what it accepts and
 * Treadle refuses or warns of.
 */
export type FindingStage = "prepare" | "execute" | "advice";

/** A diagnostic with its place in the CQL text. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly span: CqlSpan;
  readonly stage?: FindingStage;
}

/** `cassandra/unknown-column: … at 1:16`: what a generated type says. */
export function findingText({ diagnostic, span }: Finding): string {
  return `${diagnostic.code}: ${diagnostic.message} at ${span.line}:${span.column}`;
}

export function hasErrorFindings(findings: readonly Finding[]): boolean {
  return findings.some(({ diagnostic }) => diagnostic.severity === "error");
}
