import { describe, expect, test } from "vitest";
import { compilerNames, withPrograms } from "../../benchmarks/types/check-program.ts";
import { chainOf, mixedMisuses } from "../../benchmarks/types/programs.ts";
import {
  countInstantiations,
  readRecorded,
  recordedPrograms,
  toleratedGrowth,
} from "../../benchmarks/types/recorded.ts";

const recorded = readRecorded();

describe("type instantiations", () => {
  test("are recorded for each program", () => {
    expect(Object.keys(recorded)).toEqual(recordedPrograms.map((program) => program.name));
  });

  // TypeScript 6 takes five times as long, and counts the same up to a few: all kinds of steps in one chain are enough there.
  test.each(compilerNames)("have not grown by more than a tenth under %s", { timeout: 300_000 }, (compiler) => {
    const programs = compiler === "TypeScript 6" ? [chainOf("mixed", 100)] : recordedPrograms;
    const counts = withPrograms((check) => countInstantiations(check, compiler, programs));
    const grown = [...counts].filter(([name, count]) => !(count <= recorded[name]![compiler] * (1 + toleratedGrowth)));
    expect(grown).toEqual([]);
  });
});

describe("the measured programs", () => {
  test("are what they are meant to be: right, or refused call by call", () => {
    const { right, wrong } = mixedMisuses(50);
    const errors = withPrograms((check) => [right, wrong].map((program) => check("TypeScript 7", program).errors));
    expect(errors[0]).toEqual([]);
    expect(errors[1]!.length).toBeGreaterThanOrEqual(wrong.wrongCalls);
    expect(errors[1]).not.toContain("TS2589");
  });
});
