import { analyzeStatement, type Finding, type FindingStage, findingText } from "../checks/index.js";
import { parseStatement, type Statement } from "../cql/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import { plainTypeText, replaySchema, type Schema } from "../schema/index.js";

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
  const statements: Statement[] = [];
  let schema = replaySchema([]).schema;
  let known = 0;
  const findings = texts.map((text): readonly string[] => {
    const parsed = parseStatement(text);
    if (!parsed.ok)
      return [
        textOf({ diagnostic: report["syntax-error"]({ problem: parsed.error.message }), span: parsed.error.span }),
      ];
    statements.push(parsed.value);
    const replayed = replaySchema(statements, keyspace);
    schema = replayed.schema;
    const added = replayed.findings.slice(known).map(textOf);
    known = replayed.findings.length;
    return added;
  });
  return { schema, findings };
}

function textOf(finding: Finding): string {
  return findingText(finding);
}
