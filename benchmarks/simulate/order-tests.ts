import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { median } from "../median.ts";

interface Report {
  readonly success: boolean;
  readonly testResults: readonly { readonly assertionResults: readonly { readonly duration: number }[] }[];
}

export interface TestTimes {
  /** Milliseconds of the middle one of equal tests. */
  readonly median: number;
  readonly first: number;
}

const folder = join(import.meta.dirname, "order");
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

/** Runs one of the order workflow's test files by vitest. */
export function timeTests(file: string): TestTimes {
  const scratch = mkdtempSync(join(tmpdir(), "treadle-bench-"));
  const report = join(scratch, "report.json");
  try {
    const options = ["run", "--root", folder, "--reporter=json", `--outputFile=${report}`, file];
    const { stderr } = spawnSync(process.execPath, [vitest, ...options], { encoding: "utf8", cwd: folder });
    const { success, testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
    if (!success) throw new Error(`The tests of ${file} failed.\n${stderr}`);
    const times = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ duration }) => duration));
    return { median: median(times), first: times[0] ?? Number.NaN };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
