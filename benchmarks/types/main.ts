import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "../median.ts";
import { chain, stepKinds } from "./programs.ts";

/**
 * What workflows cost the type checker: instantiations (exact and repeatable, TypeScript 6) and check time as a ratio to an
 * empty workflow's file, medians of `rounds` alternating runs.
 */
const rounds = 3;
const lengths = [100, 200];
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const folder = join(here, ".treadle");
const typescript6 = join(root, "node_modules/typescript-6/bin/tsc");

interface Measure {
  readonly instantiations: number;
  readonly checkSeconds: number;
  readonly errors: number;
}

function check(file: string): Measure {
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--ignoreConfig"];
  const { stdout } = spawnSync(process.execPath, [typescript6, ...options, "--extendedDiagnostics", file], {
    encoding: "utf8",
    cwd: here,
  });
  const figure = (name: string) => Number(new RegExp(`${name}:\\s+([0-9.]+)`).exec(stdout)?.[1] ?? Number.NaN);
  return {
    instantiations: figure("Instantiations"),
    checkSeconds: figure("Check time"),
    errors: (stdout.match(/error TS/g) ?? []).length,
  };
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const write = (name: string, text: string) => {
  const file = join(folder, `${name}.ts`);
  writeFileSync(file, text);
  return file;
};
const task = stepKinds[0]!;
const empty = write("empty", chain(task, 0));
const programs = stepKinds.flatMap((kind) =>
  lengths.map((steps) => ({ kind: kind.name, steps, file: write(`${kind.name}-${steps}`, chain(kind, steps)) })),
);

let failed = 0;
let worst = 0;
const baseline = check(empty);
console.log(`kind     steps  instantiations  per step  check time / empty  errors`);
for (const { kind, steps, file } of programs) {
  const ratios: number[] = [];
  let last: Measure = baseline;
  for (let round = 0; round < rounds; round++) {
    const base = check(empty);
    last = check(file);
    ratios.push(last.checkSeconds / base.checkSeconds);
  }
  const ratio = median(ratios);
  failed += last.errors;
  if (steps === 100) worst = Math.max(worst, ratio);
  const perStep = Math.round((last.instantiations - baseline.instantiations) / steps);
  console.log(
    [
      kind.padEnd(7),
      String(steps).padStart(6),
      String(last.instantiations).padStart(15),
      String(perStep).padStart(9),
      ratio.toFixed(2).padStart(19),
      String(last.errors).padStart(7),
    ].join(" "),
  );
}
rmSync(folder, { recursive: true, force: true });
console.log(
  `types: ${programs.length} programs, ${failed} errors, worst check time at 100 steps ${worst.toFixed(2)} times an empty workflow's`,
);
process.exitCode = failed === 0 ? 0 : 1;
