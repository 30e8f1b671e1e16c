import { analyzeCql, replayCql } from "@treadle/cassandra/compiler";
import { type CaseOutcome, type CorpusCase, defineSuite } from "../suite.js";

interface NamedType {
  readonly name: string;
  readonly type: string;
}

/** A statement with its schema and what the server said of it. */
interface CqlCase extends CorpusCase {
  readonly group: string;
  readonly schema: readonly string[];
  readonly keyspace: string | null;
  readonly statement: string;
  readonly verdict: "accept" | "reject";
  readonly stage: "prepare" | "execute" | null;
  readonly message: string | null;
  readonly binds: readonly NamedType[] | null;
  readonly columns: readonly NamedType[] | null;
}

const isDdl = ({ group }: CqlCase): boolean => group === "ddl";
const isAccepted = ({ verdict }: CqlCase): boolean => verdict === "accept";

/**
 * Rejects that only come as the statement runs count where text and schema alone say so; those that follow from the
 * bound values or from the server's state do not.
 */
const isJudged = (testCase: CqlCase): boolean =>
  isDdl(testCase) || isAccepted(testCase) || testCase.stage === "prepare" || !dependsOnState(testCase.message ?? "");

const dependsOnState = (message: string): boolean => /guardrail|permission|unauthorized|java\./i.test(message);

export const suite = defineSuite<CqlCase>({
  name: "cql",
  file: "cql.jsonl",
  metrics: [
    { name: "verdict" },
    { name: "falseAccept", countsFaults: true },
    { name: "falseReject", countsFaults: true },
    { name: "binds" },
    { name: "columns" },
  ],
  classify: ({ group }) => ({ group }),
  counts: (testCase) => {
    if (!isJudged(testCase)) return [];
    if (!isAccepted(testCase)) return ["verdict", "falseAccept"];
    if (isDdl(testCase)) return ["verdict", "falseReject"];
    return ["verdict", "falseReject", "binds", ...(testCase.group === "select" ? ["columns"] : [])];
  },
  expected: ({ verdict, binds, columns, message }) => ({ verdict, binds, columns, message }),
  run: (testCase) => (isDdl(testCase) ? runDdl(testCase) : runDml(testCase)),
});

function runDdl(testCase: CqlCase): CaseOutcome {
  const { findings } = replayCql([...testCase.schema, testCase.statement], testCase.keyspace ?? undefined);
  const last = findings.at(-1) ?? [];
  return judged(testCase, last[0], { binds: null, columns: null });
}

function runDml(testCase: CqlCase): CaseOutcome {
  const { schema } = replayCql(testCase.schema, testCase.keyspace ?? undefined);
  const analyzed = analyzeCql(schema, testCase.statement, testCase.keyspace ?? undefined);
  const stages = testCase.stage === "execute" ? ["prepare", "execute"] : ["prepare"];
  const finding = analyzed.findings.find(({ stage }) => stages.includes(stage));
  return judged(testCase, finding?.text, { binds: analyzed.binds, columns: analyzed.columns });
}

function judged(
  testCase: CqlCase,
  finding: string | undefined,
  { binds, columns }: { readonly binds: readonly NamedType[] | null; readonly columns: readonly NamedType[] | null },
): CaseOutcome {
  const verdict = finding === undefined ? "accept" : "reject";
  const sameBinds = isEqualList(binds, testCase.binds);
  const sameColumns = isEqualList(columns, testCase.columns);
  const agrees = verdict === testCase.verdict;
  const hits = {
    verdict: agrees,
    falseAccept: !agrees && verdict === "accept",
    falseReject: !agrees && verdict === "reject",
    binds: sameBinds,
    columns: sameColumns,
  };
  const actual = { verdict, binds, columns, ...(finding !== undefined && { message: finding }) };
  const why = !agrees
    ? verdict === "accept"
      ? `accepted, but the server says: ${testCase.message ?? ""}`
      : `rejected: ${finding}`
    : isAccepted(testCase) && !isDdl(testCase)
      ? sameBinds
        ? testCase.group === "select" && !sameColumns
          ? "columns differ"
          : undefined
        : "markers differ"
      : undefined;
  return { actual, hits, ...(why !== undefined && { why }) };
}

function isEqualList(actual: readonly NamedType[] | null, expected: readonly NamedType[] | null): boolean {
  const text = (list: readonly NamedType[] | null): string =>
    (list ?? []).map(({ name, type }) => `${name} ${type}`).join("\n");
  return text(actual) === text(expected);
}
