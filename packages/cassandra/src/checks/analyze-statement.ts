import { type DataStatement, parseStatement, type Statement } from "../cql/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import { isSchemaStatement, plainTypeText, type Schema } from "../schema/index.js";
import { Analysis } from "./analysis.js";
import type { BindMarker } from "./bind-marker.js";
import { type Finding, hasErrorFindings } from "./finding.js";
import { resolveStatement } from "./resolve/resolve-statement.js";
import type { ResolvedStatement, SelectedColumn } from "./resolve/resolved-statement.js";
import { specifiedRules } from "./specified-rules.js";

/** What is known of one statement: the findings, and as far as they allow the rest. */
export interface AnalyzedStatement {
  readonly findings: readonly Finding[];
  readonly statement: DataStatement | undefined;
  readonly resolved: ResolvedStatement | undefined;
  /** In the order of the text; one for each occurrence. */
  readonly markers: readonly BindMarker[];
  /** Of a SELECT. */
  readonly columns: readonly SelectedColumn[];
}

/**
 * Checks one statement against a schema by Cassandra's rules.
 *
 * @param keyspace where tables without a keyspace are looked up
 */
export function analyzeStatement(schema: Schema, text: string, keyspace?: string): AnalyzedStatement {
  const parsed = parseStatement(text);
  if (!parsed.ok) {
    return unresolved(
      parsed.errors.map(({ message, span }) => ({ diagnostic: report["syntax-error"]({ problem: message }), span })),
    );
  }
  return analyzeParsed(schema, parsed.value, keyspace);
}

function unresolved(findings: readonly Finding[]): AnalyzedStatement {
  return { findings, statement: undefined, resolved: undefined, markers: [], columns: [] };
}

function analyzeParsed(schema: Schema, statement: Statement, keyspace: string | undefined): AnalyzedStatement {
  if (isSchemaStatement(statement)) {
    return unresolved([{ diagnostic: report["statement-kind"]({}), span: statement.span }]);
  }
  const data = statement as DataStatement;
  const analysis = new Analysis(schema, keyspace);
  const resolved = resolveStatement(analysis, data);
  // With names or types unknown most rules would only repeat it in other words.
  if (resolved !== undefined && !hasErrorFindings(analysis.findings)) applyRules(analysis, resolved);
  checkMarkerTypes(analysis);
  return {
    findings: analysis.findings,
    statement: data,
    resolved,
    markers: analysis.markers,
    columns: resolved?.kind === "select" ? resolved.selected : [],
  };
}

function applyRules(analysis: Analysis, resolved: ResolvedStatement): void {
  const context = {
    schema: analysis.schema,
    add: (...finding: Parameters<Analysis["add"]>): void => analysis.add(...finding),
  };
  const members = resolved.kind === "batch" ? resolved.members : [];
  for (const rule of specifiedRules) {
    rule(resolved, context);
    for (const member of members) rule(member, context);
  }
}

/** One name is one parameter, which has one type. */
function checkMarkerTypes(analysis: Analysis): void {
  const first = new Map<string, BindMarker>();
  for (const marker of analysis.markers) {
    if (marker.markerName === undefined) continue;
    const earlier = first.get(marker.markerName);
    if (earlier === undefined) {
      first.set(marker.markerName, marker);
      continue;
    }
    const [a, b] = [plainTypeText(earlier.type), plainTypeText(marker.type)];
    if (a === b) continue;
    analysis.add(
      report["marker-type-conflict"]({
        name: marker.markerName,
        first: a,
        second: b,
        firstAt: `${earlier.span.line}:${earlier.span.column}`,
      }),
      marker.span,
      "advice",
    );
  }
}
