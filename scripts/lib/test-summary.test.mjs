import { expect, test } from "vitest";
import { formatSummary } from "./test-summary.mjs";

test("prints a row for each step, its notes, and the totals alone on the last line", () => {
  const summary = formatSummary([
    { name: "unit", passed: 120, failed: 0, skipped: 0, seconds: 3.14, notes: [] },
    { name: "integration", passed: 7, failed: 1, skipped: 2, seconds: 20, notes: ["failed: stops"] },
  ]);
  expect(summary).toBe(`
step         passed  failed  skipped  seconds
unit            120       0        0      3.1
integration       7       1        2     20.0
total           127       1        2     23.1

integration: failed: stops

127 passed, 1 failed, 2 skipped
`);
});

test("repeats no more than a screenful of one step's notes", () => {
  const notes = Array.from({ length: 100 }, (_, index) => `failed: test ${index}`);
  const summary = formatSummary([{ name: "unit", passed: 0, failed: 100, skipped: 0, seconds: 1, notes }]);
  expect(summary).toContain("unit: failed: test 39\nunit: and 60 more; see above\n");
});
