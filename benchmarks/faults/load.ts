import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { BridgeError, DataSourceExecutor } from "@treadle/workflow/data-source";
import type { Ledger } from "./ledger.ts";
import { paramsOf, type WriteKind, writeKinds } from "./writes.ts";

const workers = 15;
const pauseBetweenWritesMs = 20;
const pauseBeforeRetryMs = 250;
/** A retrier gives up at some time; so does this one. */
const mostAttempts = 8;
/** What a function has left of its time. */
const callLimitMs = 2_000;

/** Writes and reads without pause until it is stopped; writes are repeated as the compiled retriers repeat them. */
export class Load {
  readonly #executor: DataSourceExecutor;
  readonly #ledger: Ledger;
  readonly #workers: readonly Promise<void>[];
  #running = true;

  constructor(executor: DataSourceExecutor, ledger: Ledger) {
    this.#executor = executor;
    this.#ledger = ledger;
    this.#workers = Array.from({ length: workers }, (_, index) => this.#work(index));
  }

  /** Ends when every write has been answered. */
  async stop(): Promise<void> {
    this.#running = false;
    await Promise.all(this.#workers);
  }

  async #work(worker: number): Promise<void> {
    const kind = writeKinds[worker % writeKinds.length]!;
    while (this.#running) {
      await write(this.#executor, this.#ledger, kind);
      if (kind === "insert") await this.#read();
      await delay(pauseBetweenWritesMs);
    }
  }

  async #read(): Promise<void> {
    await call(this.#executor, "read", randomUUID(), 0).catch((error: BridgeError) => this.#ledger.noteError(error));
  }
}

/** One write with its retries: true where it was acknowledged. */
export async function write(executor: DataSourceExecutor, ledger: Ledger, kind: WriteKind): Promise<boolean> {
  const key = randomUUID();
  let isOpen = false;
  for (let attempt = 0; ; attempt++) {
    try {
      const { result } = await call(executor, kind, key, attempt);
      const applied = kind !== "claim" || (result as { applied: boolean }).applied;
      if (!applied) ledger.noteMetItself();
      ledger.close(key, kind, "acknowledged");
      return true;
    } catch (thrown) {
      const error = thrown as BridgeError;
      ledger.noteError(error);
      const { outcome } = error.details;
      isOpen ||= outcome === "unknown";
      // The retriers know names only: an unknown outcome that must not be repeated has a name of its own.
      const mayRepeat = error.name !== "Cassandra.OutcomeUnknown" && outcome !== "permanent";
      if (mayRepeat && attempt + 1 < mostAttempts) {
        if (outcome === "unknown" && kind !== "insert" && kind !== "batch") {
          throw new Error(`${error.name} leaves open whether a write that cannot be repeated was applied.`);
        }
        await delay(pauseBeforeRetryMs);
        continue;
      }
      // An earlier attempt of a write that may be repeated can have been applied, too.
      ledger.close(key, kind, isOpen ? "unknown" : "refused");
      return false;
    }
  }
}

async function call(executor: DataSourceExecutor, statement: WriteKind | "read", key: string, attempt: number) {
  const trace = { execution: "faults", state: statement, attempt };
  const request = { statement, params: paramsOf(statement, key), trace };
  return await executor.execute(request, { signal: AbortSignal.timeout(callLimitMs) });
}
