import { checkQuery, differenceFromShape, inferQuery, parseQuery, printShape } from "@treadle/cosmos/compiler";
import { type CorpusCase, defineSuite } from "../suite.js";
import { shapeOfContainer } from "./cosmos/shape-of-items.js";

interface CosmosCase extends CorpusCase {
  readonly group: string;
  readonly oracle: string;
  readonly scope: "syntax" | "plan" | "run" | "reference" | "docs" | "emulator";
  readonly query: string;
  readonly verdict: "accept" | "reject";
  readonly errorKind?: "syntax" | "semantic" | "plan" | "parameter" | "limit" | "unknown";
  readonly items?: readonly unknown[];
  readonly result?: readonly unknown[];
}

/** Any property may exist, and indexes and keys are not known: what is left is the language. */
const openContainer = {
  item: { kind: "unknown" },
  partitionKey: undefined,
  indexingPolicy: undefined,
  functions: undefined,
} as const;

export const suite = defineSuite<CosmosCase>({
  name: "cosmos",
  file: "cosmos.jsonl",
  metrics: [
    { name: "verdict" },
    { name: "falseAccept", countsFaults: true },
    { name: "falseReject", countsFaults: true },
    { name: "result" },
  ],

  classify: ({ scope, oracle }) => ({ group: scope, oracle }),

  counts(testCase) {
    const metrics: string[] = [];
    if (testCase.errorKind !== "unknown") {
      metrics.push("verdict", testCase.verdict === "accept" ? "falseReject" : "falseAccept");
    }
    if (testCase.result !== undefined) metrics.push("result");
    return metrics;
  },

  expected: ({ verdict, result }) => ({ verdict, ...(result !== undefined && { result }) }),

  run(testCase) {
    const { verdict, reasons } = judge(testCase);
    const agrees = verdict === testCase.verdict;
    const judged = testCase.result === undefined ? undefined : judgeResult(testCase, testCase.result);
    const verdictWhy =
      agrees || testCase.errorKind === "unknown" ? undefined : `${verdict}: ${reasons.join(" ") || "no fault found"}`;
    const why = [verdictWhy, judged?.problem].filter((text) => text !== undefined).join("; ");
    return {
      actual: { verdict, ...(reasons.length > 0 && { errors: reasons }), ...(judged && { rowType: judged.rowType }) },
      hits: {
        verdict: agrees,
        falseAccept: !agrees,
        falseReject: !agrees,
        ...(judged && { result: judged.problem === undefined }),
      },
      ...(why !== "" && { why }),
    };
  },
});

/** The verdict as far as the case's scope reaches. */
function judge({ query, scope }: CosmosCase): { verdict: "accept" | "reject"; reasons: readonly string[] } {
  const reasons = faultsOf(query, scope);
  return { verdict: reasons.length === 0 ? "accept" : "reject", reasons };
}

function faultsOf(query: string, scope: CosmosCase["scope"]): readonly string[] {
  if (scope === "syntax") {
    const { fault } = parseQuery(query);
    return fault ? [fault.message] : [];
  }
  return checkQuery(query, openContainer, { crossPartition: true })
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ message }) => message);
}

/** Whether each recorded result is a value of the inferred type. */
function judgeResult(
  { query, items }: CosmosCase,
  result: readonly unknown[],
): { readonly rowType: string; readonly problem: string | undefined } {
  const parsed = parseQuery(query);
  if (parsed.query === undefined) return { rowType: "never", problem: "the query cannot be read" };
  const { row } = inferQuery(parsed.query, {
    item: items && items.length > 0 ? shapeOfContainer(items) : openContainer.item,
  });
  const problems = result.map((value, index) => differenceFromShape(value, row, `result[${index}]`));
  return { rowType: printShape(row), problem: problems.find((problem) => problem !== undefined) };
}
