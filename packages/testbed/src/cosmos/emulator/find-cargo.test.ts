import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkEmulatorRequirements } from "./emulator-requirements.js";
import { findCargo } from "./find-cargo.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "treadle-cargo-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function fakeCargo(home: string, version: string): Promise<string> {
  const file = join(folder, home, "bin", "cargo");
  await mkdir(join(folder, home, "bin"), { recursive: true });
  await writeFile(file, `#!/bin/sh\necho 'cargo ${version} (abc 2026-01-01)'\n`);
  await chmod(file, 0o755);
  return file;
}

test("takes the Cargo of CARGO_HOME before that of the PATH", async () => {
  const first = await fakeCargo("first", "1.95.0");
  await fakeCargo("second", "1.96.0");
  const env = { CARGO_HOME: join(folder, "first"), PATH: join(folder, "second", "bin") };
  expect(await findCargo(env)).toBe(first);
});

test("passes over a Cargo that is too old", async () => {
  await fakeCargo("old", "1.70.0");
  const good = await fakeCargo("good", "1.88.0");
  expect(await findCargo({ CARGO_HOME: join(folder, "old"), PATH: join(folder, "good", "bin") })).toBe(good);
});

test("asks for Cargo while the emulator is not built, and says how to get it", async () => {
  const missing = await checkEmulatorRequirements({ CARGO_HOME: folder, PATH: "", XDG_CACHE_HOME: folder });
  expect(missing).toEqual([{ name: "Cargo 1.88", help: expect.stringContaining("rustup") }]);
});
