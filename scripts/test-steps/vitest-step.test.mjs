import { expect, test } from "vitest";
import { countTests } from "./vitest-step.mjs";

const tests = [
  { fullName: "a works", status: "passed" },
  { fullName: "b works", status: "passed" },
  { fullName: "c needs a server", status: "pending" },
];

test("counts tests and names those that were skipped", () => {
  expect(countTests(0, tests)).toEqual({ passed: 2, failed: 0, skipped: 1, notes: ["skipped: c needs a server"] });
});

test("names tests that failed", () => {
  const result = countTests(1, [...tests, { fullName: "d works", status: "failed" }]);
  expect(result).toMatchObject({ passed: 2, failed: 1, skipped: 1 });
  expect(result.notes).toContain("failed: d works");
});

test("counts one failure when the run fails although no test did", () => {
  expect(countTests(1, tests)).toMatchObject({ passed: 2, failed: 1 });
  expect(countTests(1, [])).toMatchObject({ passed: 0, failed: 1 });
});
