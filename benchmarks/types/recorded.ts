import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CompilerName, Cost } from "./check-program.ts";
import { chainKinds, chainOf, emptyProgram, misusePairs, type Program, shapes } from "./programs.ts";

const file = fileURLToPath(new URL("./instantiations.json", import.meta.url));

/** By program and compiler: instantiations beyond those of an empty workflow's file. */
export type RecordedInstantiations = Readonly<Record<string, Readonly<Record<CompilerName, number>>>>;

/** Growth that is a finding: 10 percent. */
export const toleratedGrowth = 0.1;

/** Small enough for a test, and each kind of call is in one of them. */
export const recordedPrograms: readonly Program[] = [
  ...Object.keys(chainKinds).map((kind) => chainOf(kind, 100)),
  ...shapes,
  ...misusePairs.flatMap(({ right, wrong }) => [right, wrong]),
];

export const readRecorded = (): RecordedInstantiations =>
  JSON.parse(readFileSync(file, "utf8")) as RecordedInstantiations;

export const writeRecorded = (counts: RecordedInstantiations): void =>
  writeFileSync(file, `${JSON.stringify(counts, null, 2)}\n`);

/** Counts what the programs cost beyond an empty workflow's file. */
export function countInstantiations(
  check: (compiler: CompilerName, program: Program) => Cost,
  compiler: CompilerName,
  programs: readonly Program[],
): ReadonlyMap<string, number> {
  const empty = check(compiler, emptyProgram).instantiations;
  return new Map(programs.map((program) => [program.name, check(compiler, program).instantiations - empty]));
}
