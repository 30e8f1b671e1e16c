import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readFile, rename } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Supervisor } from "../../process/supervisor.js";
import { type Progress, reportWhile } from "../../progress.js";

const binaryName = "treadle-cosmos-emulator";

/** The server's Rust sources; the same from the build output, where they are not copied to. */
const sources = fileURLToPath(new URL("../../../src/cosmos/emulator/server/", import.meta.url));
const sourceFiles = ["Cargo.toml", "Cargo.lock", "src/main.rs"];

export function emulatorIsBuilt(env: NodeJS.ProcessEnv = process.env): boolean {
  return existsSync(emulatorFile(env));
}

/**
 * Gives the emulator's executable, building it (about two minutes, with downloads of 20 MB) where the cache folder has none
 * of these sources.
 */
export async function buildEmulator(cargo: string | undefined, log?: Progress): Promise<string> {
  const target = emulatorFile(process.env);
  if (existsSync(target)) return target;
  if (cargo === undefined) throw new Error("Cargo is needed to build the Cosmos DB emulator.");
  const supervisor = await Supervisor.start(`${target}.partial-`);
  try {
    await reportWhile(log, "Building the Cosmos DB emulator (about two minutes, once)", () => build(cargo, supervisor));
    await mkdir(dirname(target), { recursive: true });
    // A rename is all or nothing, so a broken build is never taken for a whole one.
    await rename(join(supervisor.folder, "debug", binaryName), target);
  } finally {
    await supervisor.end();
  }
  return target;
}

/** Named by all that decides what is built, so that changed sources are built anew. */
function emulatorFile(env: NodeJS.ProcessEnv): string {
  const cache = env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}`);
  for (const file of sourceFiles) hash.update(readFileSync(join(sources, file)));
  return join(cache, "treadle", "testbed", `cosmos-emulator-${hash.digest("hex").slice(0, 16)}`);
}

async function build(cargo: string, supervisor: Supervisor): Promise<void> {
  const logFile = join(supervisor.folder, "cargo.log");
  const manifest = join(sources, "Cargo.toml");
  // Optimising would take three times as long to build, and the tests would not be faster.
  const args = ["build", "--locked", "--manifest-path", manifest, "--target-dir", supervisor.folder];
  const running = await supervisor.run({ command: cargo, args, logFile });
  const exit = await running.exited;
  if (exit.code === 0) return;
  const lines = (await readFile(logFile, "utf8")).trimEnd().split("\n");
  throw new Error(`Cargo could not build the Cosmos DB emulator:\n${lines.slice(-8).join("\n")}`);
}
