import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { copyProject, runCli } from "./run-cli.js";

describe("treadle schema pull", { timeout: 120_000 }, () => {
  it("refuses a source that is not there, and a file that is", async () => {
    const project = copyProject();
    const unknown = await runCli(project, "schema", "pull", "stok");
    expect(unknown).toMatchObject({ exitCode: 2 });
    expect(unknown.stderr).toContain("cli/unknown-source");
    expect(unknown.stderr).toContain('Did you mean "stock"?');
    const there = await runCli(project, "schema", "pull", "stock", "--contact-point", "127.0.0.1");
    expect(there).toMatchObject({ exitCode: 2 });
    expect(there.stderr).toContain("cli/schema-file-exists");
  });

  it("works without a schema file, and says why a cluster cannot be read", async () => {
    const project = copyProject();
    rmSync(join(project, "data/schema.cql"));
    const pulled = await runCli(project, "schema", "pull", "stock", "--contact-point", "127.0.0.1", "--port", "1");
    expect(pulled).toMatchObject({ exitCode: 1 });
    expect(pulled.stderr).toContain("cassandra/schema-not-readable");
  });
});

describe("treadle check", { timeout: 120_000 }, () => {
  it("writes nothing with --frozen, and fails where the generated types are stale", async () => {
    const project = copyProject();
    const stale = await runCli(project, "check", "--frozen");
    expect(stale).toMatchObject({ exitCode: 1, stdout: "" });
    await runCli(project, "check");
    expect(await runCli(project, "check", "--frozen")).toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("checks data sources before there is a workflow, and builds none", async () => {
    const project = copyProject();
    rmSync(join(project, "workflows"), { recursive: true });
    const checked = await runCli(project, "check");
    expect(checked).toMatchObject({ exitCode: 0, stderr: "" });
    expect(checked.stdout).toContain("0 workflows and");
    const built = await runCli(project, "build");
    expect(built).toMatchObject({ exitCode: 1 });
    expect(built.stderr).toContain("compiler/no-workflows");
  });

  it("compares with the databases of a profile", async () => {
    const project = copyProject();
    const unreachable = await runCli(project, "check", "--against", "unreachable");
    expect(unreachable).toMatchObject({ exitCode: 1 });
    expect(unreachable.stderr).toContain("cassandra/schema-not-readable");
  });
});
