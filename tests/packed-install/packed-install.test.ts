import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PackedProject, type ProgramResult } from "./packed-project.js";

const treadle = "node_modules/@treadle/cli/dist/main.js";
const repositoryModules = join(import.meta.dirname, "..", "..", "node_modules");

let project: PackedProject;

beforeAll(async () => {
  project = await PackedProject.create();
});

afterAll(() => project?.remove());

test("installs the command", async () => {
  expectSuccess(await project.run("node_modules/.bin/treadle", "--help"));
});

test("compiles a workflow, and finds its artifacts current afterwards", async () => {
  expectSuccess(await project.run(treadle, "build"));
  const definition = JSON.parse(await readFile(join(project.folder, "artifacts", "Greet.asl.json"), "utf8"));
  expect(definition).toMatchObject({ QueryLanguage: "JSONata" });
  expect(Object.keys(definition.States)).toEqual(expect.arrayContaining(["known", "send"]));
  expectSuccess(await project.run(treadle, "build", "--check"));
});

test.each(["typescript", "typescript-6"])("type-checks under %s", async (compiler) => {
  const tsc = join(repositoryModules, compiler, "bin", "tsc");
  expect(await project.run(tsc, "-p", ".")).toEqual({ exitCode: 0, output: "" });
});

test("every package can be imported by its name", async () => {
  const names = project.tarballs.map((file) => /^treadle-([a-z-]+)-\d/.exec(basename(file))?.[1]);
  expect(names).toContain("workflow");
  const script = names.map((name) => `await import("@treadle/${name}");`).join("\n");
  expect(await project.run("--input-type=module", "--eval", script)).toEqual({ exitCode: 0, output: "" });
});

function expectSuccess({ exitCode, output }: ProgramResult): void {
  expect(exitCode, output).toBe(0);
}
