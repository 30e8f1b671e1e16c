import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { cliFile, copyProject } from "./run-cli.js";

it("checks again after each change, of modules and of the schema", { timeout: 120_000 }, async () => {
  const project = copyProject();
  const child = spawn(process.execPath, [cliFile, "check", "--watch"], {
    cwd: project,
    env: { ...process.env, NO_COLOR: "1" },
  });
  onTestFinished(() => void child.kill());
  let output = "";
  const append = (text: Buffer) => {
    output += text;
  };
  child.stdout.on("data", append);
  child.stderr.on("data", append);
  /** Waits for a text in what was printed since the last call. */
  const printed = async (text: string) => {
    await expect.poll(() => output, { timeout: 60_000 }).toContain(text);
    output = "";
  };
  const edit = (file: string, from: string, to: string) => {
    const path = join(project, file);
    writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
  };

  await printed("Watching for changes.");
  edit("data/schema.cql", "available int", "on_hand int");
  await printed("error cassandra/unknown-column");
  edit("data/stock.ts", "SELECT sku, available", "SELECT sku, on_hand");
  await printed("Property 'available' does not exist");
  edit("workflows/check-stock.ts", "found?.available", "found?.on_hand");
  await printed("no errors.");
});
