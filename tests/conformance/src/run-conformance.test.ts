import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runConformance } from "./run-conformance.js";
import { type CorpusCase, defineSuite } from "./suite.js";

interface SumCase extends CorpusCase {
  readonly terms: readonly number[];
  readonly sum: number;
}

/** Adds numbers, wrongly above 100, and cannot add none. */
const sums = defineSuite<SumCase>({
  name: "validation",
  file: "sums.jsonl",
  metrics: [{ name: "result" }, { name: "tooLarge", countsFaults: true }],
  subtotals: [{ label: "short only", includes: ({ group }) => group === "short" }],
  classify: ({ terms }) => ({ group: terms.length > 2 ? "long" : "short", oracle: "school" }),
  counts: () => ["result", "tooLarge"],
  expected: ({ sum }) => ({ sum }),
  run({ terms, sum }) {
    if (terms.length === 0) throw new Error("nothing to add");
    const actual = terms.reduce((a, b) => a + b) + (sum > 100 ? 1 : 0);
    const hits = { result: actual === sum, tooLarge: actual > sum };
    return { actual: { sum: actual }, hits, ...(actual !== sum && { why: `${actual}, not ${sum}` }) };
  },
});

const right = { id: "a", terms: [1, 2], sum: 3 };
const wrong = { id: "b", terms: [100, 1, 0], sum: 101 };
const broken = { id: "c", terms: [], sum: 0 };

let folder: string;
let out: string;
let error: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "conformance-"));
  out = "";
  error = "";
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(...cases: readonly object[]): void {
  writeFileSync(join(folder, "sums.jsonl"), cases.map((each) => `${JSON.stringify(each)}\n`).join(""));
}

function run(...args: readonly string[]): Promise<number> {
  return runConformance(["--corpus", folder, "--suite", "validation", ...args], {
    out: (text) => {
      out += `${text}\n`;
    },
    error: (text) => {
      error += `${text}\n`;
    },
    loadSuite: async (name) => {
      if (name !== "validation") throw new Error(`no such module: ${name}`);
      return sums;
    },
  });
}

describe("figures", () => {
  it("prints groups, subtotals and totals, and ends well whatever matched", async () => {
    write(right, wrong);
    expect(await run()).toBe(0);
    expect(out).toBe(`validation

group       oracle  cases  result      tooLarge
----------  ------  -----  ----------  ----------
long        school  1      0/1 0.0%    1/1 100.0%
short       school  1      1/1 100.0%  0/1 0.0%
----------  ------  -----  ----------  ----------
short only          1      1/1 100.0%  0/1 0.0%
total               2      1/2 50.0%   1/2 50.0%

`);
  });

  it("writes them as JSON, with the ids that differ", async () => {
    write(right, wrong);
    await run("--json", join(folder, "out.json"));
    expect(JSON.parse(readFileSync(join(folder, "out.json"), "utf8"))).toEqual({
      suites: [
        {
          suite: "validation",
          groups: [
            { group: "long", oracle: "school", result: { hits: 0, of: 1 }, tooLarge: { hits: 1, of: 1 } },
            { group: "short", oracle: "school", result: { hits: 1, of: 1 }, tooLarge: { hits: 0, of: 1 } },
          ],
          differing: [{ id: "b", why: "102, not 101" }],
        },
      ],
    });
  });

  it("dumps what came of every case, also of those that cannot be run", async () => {
    write(right, wrong, broken);
    expect(await run("--dump", join(folder, "out.jsonl"))).toBe(1);
    expect(
      readFileSync(join(folder, "out.jsonl"), "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { id: "a", actual: { sum: 3 } },
      { id: "b", actual: { sum: 102 } },
      { id: "c", failed: "Error: nothing to add" },
    ]);
    expect(out).toContain("1 cases could not be run");
  });
});

describe("one case", () => {
  it("shows it with the expectation, what came, and the difference", async () => {
    write(right, wrong);
    expect(await run("--show", "b")).toBe(0);
    for (const part of ["== case b", '"terms"', "== expected", "== came", "102, not 101", "/sum", "expected 101"]) {
      expect(out).toContain(part);
    }
  });

  it("says when no case has the id", async () => {
    write(right);
    expect(await run("--show", "zzz")).toBe(1);
    expect(error).toContain('"zzz"');
  });
});

describe("what cannot be run", () => {
  it("skips a file that is not there, with a line", async () => {
    expect(await run()).toBe(0);
    expect(out).toContain("sums.jsonl is not in the corpus folder");
  });

  it("goes on without a suite that cannot be loaded, and fails at the end", async () => {
    write(right);
    expect(await run("--suite", "cql,validation")).toBe(1);
    expect(out).toContain("cql: skipped, the suite cannot be loaded (no such module: cql)");
    expect(out).toContain("1/1 100.0%");
  });

  it("names file and line of what is no case", async () => {
    writeFileSync(join(folder, "sums.jsonl"), `${JSON.stringify(right)}\n{"id":`);
    expect(await run()).toBe(1);
    expect(error).toContain("sums.jsonl:2: not JSON");
  });

  it("refuses a folder that does not exist, unknown suites and unknown options", async () => {
    expect(await run("--corpus", join(folder, "nowhere"))).toBe(1);
    expect(await run("--suite", "vlaidation")).toBe(2);
    expect(await run("--sweet", "x")).toBe(2);
    expect(error).toContain("usage:");
  });
});

describe("floors", () => {
  const floor = (floors: object) => {
    writeFileSync(join(folder, "floor.json"), JSON.stringify(floors));
    return ["--floor", join(folder, "floor.json")];
  };

  it("holds while no figure is worse than recorded, even where cases cannot be run", async () => {
    write(right, wrong, broken);
    expect(await run(...floor({ validation: { result: { school: 0.3333 }, tooLarge: 0.3334 } }))).toBe(0);
  });

  it("fails below a floor, in all or by one oracle", async () => {
    write(right, wrong);
    expect(await run(...floor({ validation: { result: 0.6 } }))).toBe(1);
    expect(error).toContain("validation result: 1 of 2 is 0.5000, below 0.6");
    expect(await run(...floor({ validation: { result: { school: 0.6 } } }))).toBe(1);
  });

  it("fails when faults are more than recorded", async () => {
    write(right, wrong);
    expect(await run(...floor({ validation: { tooLarge: 0.1 } }))).toBe(1);
    expect(error).toContain("above 0.1");
  });

  it("fails for a figure that is recorded and no longer measured", async () => {
    write(right);
    expect(await run(...floor({ validation: { speed: 1 } }))).toBe(1);
    expect(error).toContain("not measured");
  });
});
