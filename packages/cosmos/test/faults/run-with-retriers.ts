import { setTimeout as sleep } from "node:timers/promises";
import { callExecutor } from "@treadle/testbed";
import type { BridgeError, DataSourceExecutor, ExecutedStatement } from "@treadle/workflow/data-source";
import { defaultRetriers } from "../../src/tasks/retry.js";

/** How a state ended, as a state machine sees it. */
export type Ending =
  | { readonly kind: "done"; readonly executed: ExecutedStatement; readonly retries: number }
  | { readonly kind: "failed"; readonly error: BridgeError; readonly retries: number };

/** Retriers wait this much shorter than in the state machine, where they begin at a second. */
const hurry = 100;

export interface StateOptions {
  readonly idempotent: boolean;
  readonly reads: boolean;
  /** The time that a call may take, as the bridge gives it. */
  readonly timeMs: number;
}

/** Does what Step Functions does with the statement's default retriers. */
export async function runWithRetriers(
  executor: DataSourceExecutor,
  statement: string,
  params: object,
  options: StateOptions,
): Promise<Ending> {
  const left = defaultRetriers(options).map((retrier) => ({ retrier, attempts: retrier.maxAttempts ?? 3 }));
  for (let retries = 0; ; retries++) {
    try {
      const executed = await callExecutor(executor, statement, params as never, AbortSignal.timeout(options.timeMs));
      return { kind: "done", executed, retries };
    } catch (thrown) {
      const error = thrown as BridgeError;
      const used = left.find(({ retrier }) => retrier.errorEquals.includes(error.name));
      if (used === undefined || used.attempts === 0) return { kind: "failed", error, retries };
      used.attempts--;
      await sleep(((used.retrier.intervalSeconds ?? 1) * 1000) / hurry);
    }
  }
}
