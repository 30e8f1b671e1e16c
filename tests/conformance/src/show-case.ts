import { findDifferences } from "./difference.js";
import type { CaseOutcome, CorpusCase, Suite } from "./suite.js";

/** What `--show` prints: the case, the expectation, what came, and the difference. */
export function showCase(suite: Suite, testCase: CorpusCase, outcome: CaseOutcome): string {
  const expected = suite.expected(testCase);
  const sections = [
    section(`case ${testCase.id} (${suite.name})`, toText(testCase)),
    section("expected", toText(expected)),
    section("came", "failed" in outcome ? `failed: ${outcome.failed}` : toText(outcome.actual)),
  ];
  if ("failed" in outcome) return sections.join("\n");
  const explained = suite.explain?.(testCase, outcome) ?? explainByDifference(expected, outcome.actual);
  sections.push(section("difference", outcome.why === undefined ? "none that counts" : outcome.why));
  if (explained !== "") sections.push(explained);
  return sections.join("\n");
}

function explainByDifference(expected: object, actual: object): string {
  return findDifferences(expected, actual)
    .map((difference) => {
      const pointer = difference.pointer === "" ? "/" : difference.pointer;
      return `${pointer}\n  expected ${toText(difference.expected)}\n  came     ${toText(difference.actual)}`;
    })
    .join("\n");
}

function section(title: string, body: string): string {
  return `== ${title}\n${body}`;
}

function toText(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value, null, 2);
}
