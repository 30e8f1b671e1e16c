import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { cliFile, copyProject, runCli } from "./run-cli.js";

const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(file, change(readFileSync(file, "utf8")));
const artifactsOf = (project: string) =>
  Object.fromEntries(
    readdirSync(join(project, "artifacts")).map((file) => [
      file,
      readFileSync(join(project, "artifacts", file), "utf8"),
    ]),
  );

describe("treadle build", { timeout: 120_000 }, () => {
  it("writes artifacts and generated types, then finds them current", async () => {
    const project = copyProject();
    const first = await runCli(project, "build");
    expect(first).toMatchObject({ exitCode: 0, stderr: "" });
    expect(first.stdout).toContain("wrote data/stock.gen.ts");
    expect(Object.keys(artifactsOf(project)).sort()).toEqual([
      "CheckStock.asl.json",
      "CheckStock.iam.json",
      "CheckStock.manifest.json",
      "stock.bridge.iam.json",
      "stock.bridge.json",
      "stock.grants.cql",
    ]);
    const second = await runCli(project, "build");
    expect(second.stdout).toBe("1 workflows, 6 artifacts, 6 unchanged.\n");
    expect(await runCli(project, "build", "--check")).toMatchObject({ exitCode: 0 });
  });

  it("writes the same bytes after reformatting, and map files only outside the artifacts", async () => {
    const project = copyProject();
    await runCli(project, "build");
    const before = artifactsOf(project);
    edit(join(project, "workflows/check-stock.ts"), (text) => `\n\n${text.replaceAll("=> (", "=>\n  (")}`);
    expect(await runCli(project, "build", "--check")).toMatchObject({ exitCode: 0 });
    await runCli(project, "build");
    expect(artifactsOf(project)).toEqual(before);
    expect(readdirSync(join(project, ".treadle")).sort()).toEqual(["build-cache.json", "source-map.json"]);
  });

  it("says the same without compiling where nothing has changed, but not with --no-cache or --check", async () => {
    const project = copyProject();
    await runCli(project, "build");
    const before = artifactsOf(project);
    const quick = await runCli(project, "build");
    expect(await runCli(project, "build", "--no-cache")).toEqual(quick);
    expect((await runCli(project, "check")).stdout).toBe("1 workflows and 1 data sources: no errors.\n");
    rmSync(join(project, "artifacts"), { recursive: true });
    expect((await runCli(project, "build")).exitCode).toBe(0);
    expect(artifactsOf(project)).toEqual(before);
    edit(join(project, ".treadle/build-cache.json"), (text) => text.slice(1));
    expect(await runCli(project, "build")).toEqual(quick);
  });

  it("fails at the query after a column was renamed, keeps the artifacts, and after a check so does tsc", async () => {
    const project = copyProject();
    await runCli(project, "build");
    const before = artifactsOf(project);
    edit(join(project, "data/schema.cql"), (text) => text.replace("available int", "on_hand int"));
    const checked = await runCli(project, "build", "--check");
    expect(checked.exitCode).toBe(1);
    expect(checked.stderr).toMatch(/error cassandra\/unknown-column: .*available[\s\S]*data\/stock\.ts:\d+:\d+/);

    expect((await runCli(project, "check")).exitCode).toBe(1);
    const tsc = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc");
    const { stdout, status } = spawnSync(process.execPath, [tsc, "-p", project], { encoding: "utf8" });
    expect(status).not.toBe(0);
    expect(stdout).toContain('cassandra/unknown-column: Table items has no column \\"available\\".');

    expect((await runCli(project, "build")).exitCode).toBe(1);
    expect(artifactsOf(project)).toEqual(before);
  });

  it("names a schema file that is not there", async () => {
    const project = copyProject();
    renameSync(join(project, "data/schema.cql"), join(project, "data/old.cql"));
    const { exitCode, stderr } = await runCli(project, "build");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("error cassandra/schema-file-missing");
    expect(stderr).toContain("data/stock.ts:4:");
  });

  it("changes nothing where an artifact cannot be written", async () => {
    const project = copyProject();
    await runCli(project, "build");
    const before = readFileSync(join(project, "artifacts/CheckStock.asl.json"), "utf8");
    rmSync(join(project, "artifacts/stock.grants.cql"));
    mkdirSync(join(project, "artifacts/stock.grants.cql/in-the-way"), { recursive: true });
    edit(join(project, "workflows/check-stock.ts"), (text) => text.replace(">= s.input", "> s.input"));
    const { exitCode, stderr } = await runCli(project, "build");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("error compiler/artifact-not-writable: Cannot write stock.grants.cql");
    expect(readFileSync(join(project, "artifacts/CheckStock.asl.json"), "utf8")).toBe(before);
    expect(readdirSync(join(project, "artifacts")).filter((file) => file.endsWith(".tmp"))).toEqual([]);
  });

  it("removes the artifacts of a workflow that is gone, and says so", async () => {
    const project = copyProject();
    await runCli(project, "build");
    edit(join(project, "workflows/check-stock.ts"), (text) => text.replace('"CheckStock"', '"HasStock"'));
    const checked = await runCli(project, "build", "--check");
    expect(checked.stderr).toContain("compiler/leftover-artifact");
    const { stdout } = await runCli(project, "build");
    expect(stdout).toContain("removed artifacts/CheckStock.asl.json");
    expect(Object.keys(artifactsOf(project))).not.toContain("CheckStock.asl.json");
  });
});

it("ends though a module of the project has left something open", { timeout: 60_000 }, async () => {
  const project = copyProject();
  const repeated = "declare function setInterval(run: () => void, ms: number): void;\nsetInterval(() => {}, 1000);\n";
  edit(join(project, "data/stock.ts"), (text) => `${text}\n${repeated}`);
  const { exitCode, stdout } = await runCli(project, "build");
  expect(stdout).toContain("1 workflows, 6 artifacts");
  expect(exitCode).toBe(0);
});

it.runIf(existsSync("/dev/full"))("fails where its output cannot be written", { timeout: 60_000 }, async () => {
  const full = openSync("/dev/full", "w");
  const { status, stderr } = spawnSync(process.execPath, [cliFile, "--help"], { stdio: ["ignore", full, "pipe"] });
  closeSync(full);
  expect(String(stderr)).toContain("ENOSPC");
  expect(status).toBe(1);
});

describe("treadle run", { timeout: 60_000 }, () => {
  const arguments_ = (profile: string) => ["run", "CheckStock", "--profile", profile];

  it("reports cli/missing-connection and cli/missing-function, all at once", async () => {
    const { exitCode, stderr } = await runCli(copyProject(), ...arguments_("empty"));
    expect(exitCode).toBe(1);
    expect(stderr).toContain('error cli/missing-connection: The workflow uses the data source "stock"');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder as the message names it.
    expect(stderr).toContain("error cli/missing-function: The workflow calls the function ${NotifyFunctionArn}");
  });

  it("ends with the named error where the database cannot be reached", async () => {
    const project = copyProject();
    edit(join(project, "workflows/check-stock.ts"), (text) =>
      text.replace("s.input.sku }))", "s.input.sku }), { retry: [] })"),
    );
    writeFileSync(join(project, "input.json"), JSON.stringify({ sku: "a", quantity: 1 }));
    const { exitCode, stdout } = await runCli(project, ...arguments_("unreachable"), "--input", "input.json");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/error Cassandra\.(ConnectionFailed|NoHostAvailable)/);
  });

  it.each([
    ["cli/unknown-workflow", ["run", "checkStock", "--profile", "empty"]],
    ["cli/unknown-profile", arguments_("laptop")],
    ["cli/profile-failed", arguments_("failing")],
    ["cli/input-not-readable", [...arguments_("empty"), "--input", "nope.json"]],
  ])("reports %s as wrong usage", async (code, args) => {
    const { exitCode, stderr } = await runCli(copyProject(), ...args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`error ${code}: `);
  });
});

describe("treadle", { timeout: 60_000 }, () => {
  it("reports cli/no-config outside a project, and cli/config-failed for a broken one", async () => {
    const project = copyProject();
    writeFileSync(join(project, "treadle.config.ts"), "throw new Error('broken');");
    expect(await runCli(project, "build")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("cli/config-failed"),
    });
    expect(await runCli("/", "build")).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("cli/no-config") });
  });

  it("prints help and its version with exit code 0, and usage with exit code 2 for a command that there is not", async () => {
    expect(await runCli("/", "--help")).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("build") });
    expect(await runCli("/", "--version")).toEqual({ exitCode: 0, stdout: `${manifest.version}\n`, stderr: "" });
    expect(await runCli("/", "biuld")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("Did you mean build"),
    });
  });
});
