import type { Retrier } from "./definition.js";
import type { StateFailure } from "./failure.js";
import { matchesError } from "./match-error.js";
import type { SeededRandom } from "./random.js";

export const DEFAULT_MAX_ATTEMPTS = 3;
export const DEFAULT_INTERVAL_SECONDS = 1;
export const DEFAULT_BACKOFF_RATE = 2;

/** Counts what each retrier of one visit has used up. */
export class RetryCounter {
  readonly #used: number[];
  readonly #retriers: readonly Retrier[];
  readonly #random: SeededRandom;

  constructor(retriers: readonly Retrier[] | undefined, random: SeededRandom) {
    this.#retriers = retriers ?? [];
    this.#used = this.#retriers.map(() => 0);
    this.#random = random;
  }

  /** Milliseconds to wait before the next attempt; undefined when there is none. The first retrier that matches decides. */
  nextDelayMs(failure: StateFailure): number | undefined {
    const index = findRetrier(this.#retriers, failure);
    const retrier = this.#retriers[index];
    if (retrier === undefined) return undefined;
    const used = this.#used[index] as number;
    if (used >= (retrier.MaxAttempts ?? DEFAULT_MAX_ATTEMPTS)) return undefined;
    this.#used[index] = used + 1;
    const seconds = computeBackoffSeconds(retrier, used);
    return 1000 * (retrier.JitterStrategy === "FULL" ? this.#random.next() * seconds : seconds);
  }
}

/** Position of the first retrier that matches, or -1. */
export function findRetrier(retriers: readonly Retrier[], failure: StateFailure): number {
  return failure.handleable
    ? retriers.findIndex((retrier) =>
        retrier.ErrorEquals.some((name) => matchesError(name, failure.error, failure.alias)),
      )
    : -1;
}

/** Seconds before the attempt that follows `used` retries, without jitter. */
export function computeBackoffSeconds(retrier: Retrier, used: number): number {
  const interval = retrier.IntervalSeconds ?? DEFAULT_INTERVAL_SECONDS;
  const seconds = interval * (retrier.BackoffRate ?? DEFAULT_BACKOFF_RATE) ** used;
  return Math.min(seconds, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
}
