import { cp, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PackedProject, type ProgramResult } from "./packed-project.js";

const treadle = "node_modules/.bin/treadle";
const repositoryModules = join(import.meta.dirname, "..", "..", "node_modules");

let project: PackedProject;

beforeAll(async () => {
  project = await PackedProject.create();
  await cp(join(import.meta.dirname, "fixtures", "project"), project.folder, { recursive: true });
});

afterAll(() => project?.remove());

test("installs the command", async () => {
  expectSuccess(await project.run(treadle, "--help"));
});

test("compiles a workflow, and finds its artifacts current afterwards", async () => {
  expectSuccess(await project.run(treadle, "build"));
  const definition = JSON.parse(await readFile(join(project.folder, "artifacts", "Greet.asl.json"), "utf8"));
  expect(definition).toMatchObject({ QueryLanguage: "JSONata" });
  expect(Object.keys(definition.States)).toEqual(expect.arrayContaining(["known", "send"]));
  expectSuccess(await project.run(treadle, "build", "--check"));
});

test("simulates a workflow from the file that calls", async () => {
  const script = [
    'import { simulate } from "@treadle/simulator";',
    'import { greet } from "./workflows/greet.ts";',
    'const ended = await simulate(greet, { input: { name: "Ada", visits: 1 }, mocks: { send: { value: { id: "7" } } } });',
    "console.log(JSON.stringify(ended.output));",
  ];
  await writeFile(join(project.folder, "run.js"), script.join("\n"));
  expect(await project.run("run.js")).toEqual({ exitCode: 0, output: '{"message":"7"}\n' });
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
