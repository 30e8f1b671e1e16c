import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectNode, root, vitest } from "../lib/paths.mjs";
import { runInForeground } from "../lib/run-in-foreground.mjs";

/** A step that runs one project of vitest.config.ts. */
export function vitestStep(project) {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), "treadle-test-report-"));
    try {
      const report = join(folder, "report.json");
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
      const code = await runInForeground(projectNode, [vitest, "run", "--project", project, ...reporters], {
        cwd: root,
      });
      return countTests(code, readTests(report));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

/** @param tests What the report says of each test: `{ fullName, status }`. */
export function countTests(exitCode, tests) {
  const having = (...statuses) => tests.filter((test) => statuses.includes(test.status));
  const failed = having("failed");
  const skipped = having("pending", "skipped", "todo", "disabled");
  // A file that does not load, or a server that does not start, fails the run without failing a test.
  const failedWithoutTest = exitCode !== 0 && failed.length === 0;
  return {
    passed: having("passed").length,
    failed: failed.length + (failedWithoutTest ? 1 : 0),
    skipped: skipped.length,
    notes: [
      ...failed.map((test) => `failed: ${test.fullName.trim()}`),
      ...(failedWithoutTest ? [`failed with exit code ${exitCode}; see its output above`] : []),
      ...skipped.map((test) => `skipped: ${test.fullName.trim()}`),
    ],
  };
}

function readTests(reportFile) {
  try {
    return JSON.parse(readFileSync(reportFile, "utf8")).testResults.flatMap((file) => file.assertionResults);
  } catch {
    // The run ended before it wrote a report; its exit code says so.
    return [];
  }
}
