import { describe, expect, it } from "vitest";
import { StateFailure } from "./failure.js";
import { SeededRandom } from "./random.js";
import { RetryCounter } from "./retry.js";

const boom = new StateFailure("Boom", "");

function delays(counter: RetryCounter, failure: StateFailure, count: number): (number | undefined)[] {
  return Array.from({ length: count }, () => counter.nextDelayMs(failure));
}

describe("RetryCounter", () => {
  it("retries three times after 1, 2 and 4 seconds by default", () => {
    const counter = new RetryCounter([{ ErrorEquals: ["States.ALL"] }], new SeededRandom(0));
    expect(delays(counter, boom, 4)).toEqual([1000, 2000, 4000, undefined]);
  });

  it("grows the delay by BackoffRate up to MaxDelaySeconds", () => {
    const retrier = { ErrorEquals: ["Boom"], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 4, MaxDelaySeconds: 20 };
    expect(delays(new RetryCounter([retrier], new SeededRandom(0)), boom, 5)).toEqual([
      2000,
      6000,
      18_000,
      20_000,
      undefined,
    ]);
  });

  it("spreads delays over the whole range with full jitter, equally for equal seeds", () => {
    const retrier = { ErrorEquals: ["Boom"], IntervalSeconds: 10, JitterStrategy: "FULL" as const };
    const first = delays(new RetryCounter([retrier], new SeededRandom(7)), boom, 3) as number[];
    expect(delays(new RetryCounter([retrier], new SeededRandom(7)), boom, 3)).toEqual(first);
    for (const [i, delay] of first.entries()) {
      expect(delay).toBeGreaterThanOrEqual(0);
      expect(delay).toBeLessThan(10_000 * 2 ** i);
    }
  });

  it("counts per retrier, and the first that matches decides", () => {
    const counter = new RetryCounter(
      [
        { ErrorEquals: ["Boom"], MaxAttempts: 1, IntervalSeconds: 5 },
        { ErrorEquals: ["States.ALL"], MaxAttempts: 1 },
      ],
      new SeededRandom(0),
    );
    expect(counter.nextDelayMs(boom)).toBe(5000);
    expect(counter.nextDelayMs(new StateFailure("Other", ""))).toBe(1000);
    expect(counter.nextDelayMs(boom)).toBeUndefined();
  });

  it("does not retry with MaxAttempts 0, without retriers, or after States.Runtime", () => {
    const random = new SeededRandom(0);
    expect(new RetryCounter([{ ErrorEquals: ["Boom"], MaxAttempts: 0 }], random).nextDelayMs(boom)).toBeUndefined();
    expect(new RetryCounter([], random).nextDelayMs(boom)).toBeUndefined();
    const runtime = new StateFailure("States.Runtime", "");
    expect(new RetryCounter([{ ErrorEquals: ["States.ALL"] }], random).nextDelayMs(runtime)).toBeUndefined();
  });
});
