import { analyzeStatement, type Finding, type FindingStage, findingText } from "../checks/index.js";
import { parseStatement } from "../cql/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import { plainTypeText, type Schema, startReplay } from "../schema/index.js";

/** A name and a type as the server prints them at PREPARE, without `frozen` and keyspaces. */
export interface CqlNameAndType {
  readonly name: string;
  readonly type: string;
}

export interface AnalyzedCql {
  readonly findings: readonly { readonly text: string; readonly stage: FindingStage }[];
  readonly binds: readonly CqlNameAndType[];
  readonly columns: readonly CqlNameAndType[];
}

/**
 * Checks one statement of any kind, declared or not, and says what a server would: for comparison with one.
 *
 * @experimental
 */
export function analyzeCql(schema: Schema, text: string, keyspace?: string): AnalyzedCql {
  const { findings, markers, columns } = analyzeStatement(schema, text, keyspace);
  return {
    findings: findings.map((finding) => ({ text: findingText(finding), stage: finding.stage ?? "prepare" })),
    binds: markers.map(({ name, type }) => ({ name, type: plainTypeText(type) })),
    columns: columns.map(({ name, type }) => ({ name, type: plainTypeText(type) })),
  };
}

export interface ReplayedCql {
  readonly schema: Schema;
  /** What is wrong with each statement, in their order. */
  readonly findings: readonly (readonly string[])[];
}

/**
 * Replays schema statements one by one, each in the schema that those before it made.
 *
 * @experimental
 */
export function replayCql(texts: readonly string[], keyspace?: string): ReplayedCql {
  const replay = startReplay(keyspace);
  const findings = texts.map((text): readonly string[] => {
    const parsed = parseStatement(text);
    if (parsed.ok) return replay.apply(parsed.value).map(textOf);
    return parsed.errors.map(({ message, span }) =>
      textOf({ diagnostic: report["syntax-error"]({ problem: message }), span }),
    );
  });
  return { schema: replay.schema, findings };
}

function textOf(finding: Finding): string {
  return findingText(finding);
}
