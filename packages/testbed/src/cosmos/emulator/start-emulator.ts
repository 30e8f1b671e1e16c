import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type SupervisedProcess, Supervisor } from "../../process/supervisor.js";
import type { Progress } from "../../progress.js";
import { MissingRequirementsError } from "../../requirements/check-requirements.js";
import type { CosmosServer } from "../cosmos-server.js";
import { startCosmosProxy } from "../start-cosmos-proxy.js";
import { buildEmulator } from "./emulator-binary.js";
import { checkEmulatorRequirements } from "./emulator-requirements.js";
import { findCargo } from "./find-cargo.js";

export interface StartCosmosEmulatorOptions {
  readonly log?: Progress | undefined;
  /** Whether containers refuse what exceeds their request units (400 a second where a container names none). */
  readonly throttling?: boolean;
}

const readyWithinMs = 10_000;

/**
 * Starts Microsoft's in-memory Cosmos DB emulator as a process, with TLS and fault injection before it. It has session
 * tokens, atomic batches, partitions and continuation tokens; it accepts any key, ignores the condition of a patch, and has
 * neither patches in batches nor bulk requests.
 *
 * @throws {MissingRequirementsError} where the emulator is not built yet and Cargo is missing.
 */
export async function startCosmosEmulator(options: StartCosmosEmulatorOptions = {}): Promise<CosmosServer> {
  const missing = await checkEmulatorRequirements();
  if (missing.length > 0) throw new MissingRequirementsError(missing);
  const binary = await buildEmulator(await findCargo(), options.log);
  const supervisor = await Supervisor.start(join(tmpdir(), "treadle-cosmos-"));
  try {
    const logFile = join(supervisor.folder, "emulator.log");
    await writeFile(logFile, "");
    const args = options.throttling === true ? ["--throttling"] : [];
    const port = await readPort(logFile, await supervisor.run({ command: binary, args, logFile }));
    const upstream = { host: "127.0.0.1", port };
    const proxy = await startCosmosProxy(upstream);
    return {
      endpoint: proxy.endpoint,
      key: randomBytes(64).toString("base64"),
      caCertificate: proxy.caCertificate,
      upstream,
      faults: proxy.faults,
      stop: async () => {
        await proxy.faults.close();
        await supervisor.end();
      },
    };
  } catch (error) {
    await supervisor.end();
    throw error;
  }
}

/** The server takes a free port, listens, and prints which. */
async function readPort(logFile: string, running: SupervisedProcess): Promise<number> {
  const deadline = performance.now() + readyWithinMs;
  while (performance.now() < deadline) {
    const text = await readFile(logFile, "utf8");
    const port = /^(\d+)\n/.exec(text)?.[1];
    if (port !== undefined) return Number(port);
    if (running.exit) throw new Error(`The Cosmos DB emulator ended at once:\n${text.trim()}`);
    await sleep(10);
  }
  throw new Error(`The Cosmos DB emulator was not ready within ${readyWithinMs / 1000} s.`);
}
