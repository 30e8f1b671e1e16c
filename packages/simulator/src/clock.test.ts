import { describe, expect, it } from "vitest";
import { AbortScope } from "./abort-scope.js";
import { RealClock, VirtualClock } from "./clock.js";
import { Aborted } from "./failure.js";

describe("VirtualClock", () => {
  it("jumps to the earliest timer once nothing else can run", async () => {
    const clock = new VirtualClock(1000);
    const scope = new AbortScope();
    const order: [string, number][] = [];
    await Promise.all(
      (
        [
          ["late", 3_600_000],
          ["early", 5],
          ["first of two", 70],
          ["second of two", 70],
        ] as const
      ).map(async ([name, delayMs]) => {
        await clock.sleep(delayMs, scope);
        order.push([name, clock.now()]);
      }),
    );
    expect(order).toEqual([
      ["early", 1005],
      ["first of two", 1070],
      ["second of two", 1070],
      ["late", 3_601_000],
    ]);
  });

  it("stands still while work outside goes on", async () => {
    const clock = new VirtualClock(0);
    const scope = new AbortScope();
    const order: string[] = [];
    const timer = clock.sleep(1, scope).then(() => order.push("timer"));
    const work = clock
      .external(new Promise((resolve) => setTimeout(resolve, 20)), scope)
      .then(() => order.push(`work at ${clock.now()}`));
    await Promise.all([timer, work]);
    expect(order).toEqual(["work at 0", "timer"]);
  });

  it("lets time go on while work outside follows the clock itself", async () => {
    const clock = new VirtualClock(0);
    const scope = new AbortScope();
    const work = async (): Promise<number> => {
      await clock.inside(() => clock.sleep(60_000, scope));
      return clock.now();
    };
    expect(await clock.external(work(), scope)).toBe(60_000);
  });

  it("rejects sleepers and waiters when their scope ends, and goes on for others", async () => {
    const clock = new VirtualClock(0);
    const parent = new AbortScope();
    const child = new AbortScope(parent);
    const sleeping = clock.sleep(50, child);
    const waiting = clock.external(new Promise(() => undefined), child);
    const sleepingInside = clock.external(
      clock.inside(() => clock.sleep(70, child)),
      child,
    );
    child.abort();
    await expect(sleeping).rejects.toThrow(Aborted);
    await expect(waiting).rejects.toThrow(Aborted);
    await expect(sleepingInside).rejects.toThrow(Aborted);
    await clock.sleep(100, parent);
    expect(clock.now()).toBe(100);
  });

  it("does not call back what was cancelled", async () => {
    const clock = new VirtualClock(0);
    let called = false;
    clock.schedule(10, () => {
      called = true;
    })();
    await clock.sleep(20, new AbortScope());
    expect(called).toBe(false);
  });
});

describe("RealClock", () => {
  it("waits for real", async () => {
    const clock = new RealClock();
    const before = Date.now();
    await clock.sleep(15, new AbortScope());
    expect(Date.now() - before).toBeGreaterThanOrEqual(14);
  });
});
