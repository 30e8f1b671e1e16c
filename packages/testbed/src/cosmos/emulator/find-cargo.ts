import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The oldest Cargo 1.x that builds the emulator's crates. */
export const oldestCargo = 88;

/** Path of a `cargo` that is new enough, or undefined. `CARGO_HOME` and the user's `.cargo` come before PATH. */
export async function findCargo(env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const folders = [join(env.CARGO_HOME || join(env.HOME || homedir(), ".cargo"), "bin")];
  for (const folder of (env.PATH ?? "").split(delimiter)) if (folder) folders.push(folder);
  for (const folder of folders) {
    const cargo = join(folder, "cargo");
    if (existsSync(cargo) && (await minorVersionOf(cargo)) >= oldestCargo) return cargo;
  }
  return undefined;
}

async function minorVersionOf(cargo: string): Promise<number> {
  try {
    const { stdout } = await run(cargo, ["--version"], { timeout: 10_000 });
    return Number(/cargo 1\.(\d+)/.exec(stdout)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
