import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const folder = fileURLToPath(new URL("fixtures/greeting", import.meta.url));

it("runs a workflow in a workspace's vitest without settings, which loads the built packages itself", async () => {
  const { VITEST: _, ...rest } = process.env;
  const env = { ...rest, NO_COLOR: "1", FORCE_COLOR: "0" };
  const { stdout } = await promisify(execFile)(process.execPath, [vitest, "run"], { cwd: folder, env });
  expect(stdout).toMatch(/Tests +1 passed/);
}, 60_000);
