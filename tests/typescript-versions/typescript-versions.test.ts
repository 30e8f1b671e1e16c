import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");

/** The oldest and the newest version that users may have; each a package of the root. */
const versions = { "TypeScript 6.0": "typescript-6", "TypeScript 7": "typescript" };

const projects = {
  "the published declarations": "tests/typescript-versions/tsconfig.declarations.json",
  "the type tests": "tests/typescript-versions/tsconfig.type-tests.json",
  ...Object.fromEntries(listExamples().map((example) => [example, `${example}/tsconfig.json`])),
};

describe.each(Object.entries(versions))("%s", (_, compiler) => {
  test.each(Object.entries(projects))("accepts %s", async (_, project) => {
    const tsc = join("node_modules", compiler, "bin", "tsc");
    expect(await run([tsc, "--noEmit", "-p", project])).toEqual({ exitCode: 0, output: "" });
  });
});

function listExamples(): string[] {
  const folder = join(root, "examples");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => `examples/${name}`)
    .filter((example) => existsSync(join(root, example, "tsconfig.json")));
}

function run(args: readonly string[]): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ exitCode: error ? Number(error.code ?? 1) : 0, output: `${stdout}${stderr}`.trim() });
    });
  });
}
