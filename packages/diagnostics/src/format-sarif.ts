import type { Diagnostic, SourceLocation } from "./diagnostic.js";

/**
 * The diagnostics as a SARIF 2.1.0 log, which code hosts and editors show at the lines. Paths stay relative, so that it does
 * not matter where the project lies.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(diagnostics: readonly Diagnostic[]): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "treadle", rules: codes.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => toResult(diagnostic, codes.indexOf(diagnostic.code))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toResult(
  { code, severity, message, help, location, pointer, related }: Diagnostic,
  ruleIndex: number,
): object {
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: help === undefined || help === "" ? message : `${message}\n${help}` },
    ...((location || pointer !== undefined) && {
      locations: [
        {
          ...(location && { physicalLocation: toPhysicalLocation(location) }),
          ...(pointer !== undefined && { logicalLocations: [{ fullyQualifiedName: pointer, kind: "member" }] }),
        },
      ],
    }),
    ...(related && {
      relatedLocations: related.map((other) => ({
        physicalLocation: toPhysicalLocation(other.location),
        message: { text: other.message },
      })),
    }),
  };
}

function toPhysicalLocation({ file, line, column, length }: SourceLocation): object {
  return {
    artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/") },
    region: { startLine: line, startColumn: column, endColumn: column + (length ?? 1) },
  };
}
