import { randomUUID } from "node:crypto";
import type { Container } from "@azure/cosmos";
import type { CosmosProxy } from "@treadle/testbed";
import type { DataSourceExecutor } from "@treadle/workflow/data-source";
import { injectFaults } from "./fault-plan.js";
import { type Ending, runWithRetriers } from "./run-with-retriers.js";
import type { Write } from "./writes.js";

export interface FaultRunOptions {
  readonly proxy: CosmosProxy;
  readonly executor: DataSourceExecutor;
  /** A way to the items that meets no fault. */
  readonly container: Container;
  readonly writes: number;
  readonly kinds: readonly ((id: string) => Write)[];
  readonly seed: number;
}

export interface FaultRunReport {
  readonly writes: number;
  readonly acknowledged: number;
  /** Named `Cosmos.OutcomeUnknown`, and how many of these were done. */
  readonly unknown: { readonly reported: number; readonly done: number };
  /** By error name: what else failed after all retries. */
  readonly refused: { readonly [name: string]: number };
  readonly retries: number;
  readonly faults: { readonly [name: string]: number };
  /** Each breaks the promise: acknowledged and not there, done twice, done by half, or refused as not applied and there. */
  readonly broken: readonly string[];
}

const atATime = 12;

/** Writes under faults, then counts what is there. */
export async function runUnderFaults(options: FaultRunOptions): Promise<FaultRunReport> {
  const { proxy, executor, container, kinds, seed } = options;
  const writes = Array.from({ length: options.writes }, (_, at) => kinds[at % kinds.length]!(randomUUID()));
  await inTurns(writes, (write) => write.prepare(container));
  const faults = injectFaults(proxy, seed);
  const endings = await inTurns(writes, ({ statement, params, idempotent }) =>
    runWithRetriers(executor, statement, params(), { idempotent, reads: false, timeMs: 1_500 }),
  );
  proxy.faults.clearFaults();
  // What was held back past its caller's time may still arrive.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const done = await inTurns(writes, (write) => write.timesDone(container));
  return report(writes, endings, done, faults);
}

function report(
  writes: readonly Write[],
  endings: readonly Ending[],
  done: readonly number[],
  faults: ReadonlyMap<string, number>,
): FaultRunReport {
  const refused: { [name: string]: number } = {};
  const unknown = { reported: 0, done: 0 };
  const broken: string[] = [];
  let [acknowledged, retries] = [0, 0];
  for (const [at, ending] of endings.entries()) {
    const { statement, idempotent } = writes[at]!;
    const times = done[at]!;
    retries += ending.retries;
    if (ending.kind === "done") acknowledged++;
    else if (ending.error.name === "Cosmos.OutcomeUnknown") {
      unknown.reported++;
      unknown.done += times;
      if (idempotent) broken.push(`${statement}, idempotent, ended in ${ending.error.name}`);
    } else refused[ending.error.name] = (refused[ending.error.name] ?? 0) + 1;
    if (!isKept(ending, times, idempotent)) broken.push(`${statement} ${nameOf(ending)}, done ${times} times`);
  }
  return { writes: writes.length, acknowledged, unknown, refused, retries, faults: Object.fromEntries(faults), broken };
}

function isKept(ending: Ending, times: number, idempotent: boolean): boolean {
  if (ending.kind === "done") return times === 1;
  const mayBeDone = idempotent || ending.error.details.outcome === "unknown";
  return times === 0 || (mayBeDone && times === 1);
}

function nameOf(ending: Ending): string {
  return ending.kind === "done" ? "acknowledged" : ending.error.name;
}

async function inTurns<Item, Result>(items: readonly Item[], run: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await run(items[at]!);
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return results;
}
