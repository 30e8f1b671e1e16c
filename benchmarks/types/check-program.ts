import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Program } from "./programs.ts";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "../../node_modules");

/** The oldest and the newest version that users may have. One thread, so that figures do not depend on how files are dealt out. */
const compilers = {
  "TypeScript 6": [join(modules, "typescript-6/bin/tsc")],
  "TypeScript 7": [join(modules, "typescript/bin/tsc"), "--singleThreaded"],
} as const;

export type CompilerName = keyof typeof compilers;
export const compilerNames = Object.keys(compilers) as readonly CompilerName[];

const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--ignoreConfig"];

export interface Cost {
  /** Exact, and the same in each run. */
  readonly instantiations: number;
  readonly checkSeconds: number;
  /** The codes of all errors, such as `TS2322`. */
  readonly errors: readonly string[];
}

/** Runs `use` with a function that writes programs where they find the workflow package. */
export function withPrograms<T>(use: (check: (compiler: CompilerName, program: Program) => Cost) => T): T {
  const parent = join(here, ".treadle");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "programs-"));
  try {
    return use((compiler, program) => {
      const file = join(folder, "program.ts");
      writeFileSync(file, program.text);
      return checkFile(compiler, file);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function checkFile(compiler: CompilerName, file: string): Cost {
  const args = [...compilers[compiler], ...options, "--extendedDiagnostics", file];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const figure = (name: string) => {
    const found = new RegExp(`${name}:\\s+([0-9.]+)`).exec(stdout)?.[1];
    if (found === undefined) throw new Error(`${compiler} gives no "${name}":\n${stderr}${stdout}`.slice(0, 2000));
    return Number(found);
  };
  return {
    instantiations: figure("Instantiations"),
    checkSeconds: figure("Check time"),
    errors: [...stdout.matchAll(/: error (TS\d+)/g)].map((match) => match[1]!),
  };
}
