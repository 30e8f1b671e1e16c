import type { Diagnostic } from "@treadle/diagnostics";
import type { Dialect } from "../checks/dialects/index.js";
import {
  type AnalyzedStatement,
  analyzeStatement,
  type Finding,
  findingText,
  hasErrorFindings,
} from "../checks/index.js";
import type { ConsistencyLevel } from "../contract/manifest.js";
import { type CqlSpan, tokenSpan } from "../cql/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import type { Schema } from "../schema/index.js";
import type { DeclaredStatement } from "../tasks/declaration.js";
import { applyWaivers } from "./apply-waivers.js";
import { type CompiledStatement, compileStatement } from "./compiled-statement.js";
import { consistencyFaults } from "./consistency-faults.js";
import { customTypeFindings } from "./custom-type-findings.js";
import { filteringFindings, filteringReasonFaults } from "./filtering-findings.js";
import { locateFinding } from "./locate-finding.js";
import { optionalFaults } from "./optional-faults.js";
import { pageFaults } from "./page-faults.js";

export interface CheckedDeclaration {
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where the text is wrong. */
  readonly compiled: CompiledStatement | undefined;
  /** What the text's generated type says; absent where the text is right. */
  readonly fault: string | undefined;
}

export interface DeclarationScope {
  readonly schema: Schema;
  readonly keyspace: string;
  readonly consistency: ConsistencyLevel | undefined;
  readonly dialect: Dialect | undefined;
  readonly readText: (file: string) => string | undefined;
}

/** Checks a declared statement: Cassandra's rules, and what a declaration asks for beyond them. */
export function checkDeclaredStatement(
  { schema, keyspace, consistency, dialect, readText }: DeclarationScope,
  declared: DeclaredStatement,
): CheckedDeclaration {
  const analyzed = analyzeStatement(schema, declared.text, keyspace);
  const location = declared.site?.location;
  const stated = [
    ...analyzed.findings,
    ...declarationFindings(analyzed, declared),
    ...filteringFindings(analyzed, declared),
    ...dialectFindings(dialect, analyzed),
    ...customTypeFindings(schema, analyzed),
  ].filter(
    // The reason is given, so that the warning of a scan would say it twice.
    ({ diagnostic }) => !(declared.options.allowFiltering && diagnostic.code === "cassandra/full-scan"),
  );
  const { findings, faults: waiverFaults } = applyWaivers(stated, declared);
  const { resolved, markers, columns } = analyzed;
  const failed = hasErrorFindings(findings) || resolved === undefined;
  const compiled = failed ? undefined : compileStatement(schema, resolved, markers, columns);
  const faults = findings.filter(({ diagnostic }) => diagnostic.severity === "error");
  const diagnostics = findings.map((finding) => locateFinding(finding, declared.site, declared.text, readText));
  if (compiled !== undefined && declared.single === "one" && !compiled.traits.atMostOne) {
    diagnostics.push(report["one-row-not-proved"]({ statement: declared.name }, { location }));
  }
  if (compiled !== undefined && declared.single === "exactlyOne" && !compiled.traits.reads) {
    diagnostics.push(report["invalid-option"]({ what: "Only a SELECT has .exactlyOne()." }, { location }));
  }
  for (const what of compiled === undefined ? [] : optionalFaults(declared, compiled)) {
    diagnostics.push(report["parameter-not-optional"]({ what }, { location }));
  }
  for (const what of compiled === undefined ? [] : pageFaults(declared, compiled)) {
    diagnostics.push(report["invalid-paging"]({ what }, { location }));
  }
  for (const what of compiled === undefined ? [] : consistencyFaults(declared, compiled, consistency)) {
    diagnostics.push(report["invalid-option"]({ what }, { location }));
  }
  const unneeded = [...waiverFaults, ...filteringReasonFaults(analyzed, declared)];
  diagnostics.push(...unneeded.map((fault) => ({ ...fault, ...(location && { location }) })));
  return { diagnostics, compiled, fault: faults.length > 0 ? faults.map(findingText).join(" ") : undefined };
}

function declarationFindings(
  { statement, markers }: AnalyzedStatement,
  { text }: DeclaredStatement,
): readonly Finding[] {
  const findings: Finding[] = [];
  const written = new Map<string, string>();
  for (const { markerName, writtenName, span } of markers) {
    if (markerName === undefined || writtenName === undefined) {
      findings.push({ diagnostic: report["positional-marker"]({}), span });
      continue;
    }
    const other = written.get(markerName) ?? writtenName;
    if (other !== writtenName) findings.push({ diagnostic: report["marker-name"]({ name: writtenName, other }), span });
    written.set(markerName, other);
  }
  const isJson =
    (statement?.kind === "select" && statement.json) || (statement?.kind === "insert" && statement.json !== undefined);
  if (isJson) findings.push({ diagnostic: report["json-refused"]({}), span: wordSpan(text, "json", statement.span) });
  return findings;
}

function dialectFindings(dialect: Dialect | undefined, { resolved }: AnalyzedStatement): readonly Finding[] {
  if (dialect === undefined || resolved === undefined) return [];
  return dialect.statementFaults(resolved).map(({ what, span }) => ({
    diagnostic: report["not-in-dialect"]({ what, dialect: dialect.title }),
    span,
  }));
}

function wordSpan(text: string, word: string, fallback: CqlSpan): CqlSpan {
  return tokenSpan(text, word) ?? fallback;
}
