import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { withinTime } from "./within-time.js";

const never = new Promise<never>(() => undefined);

describe("withinTime", () => {
  it("gives what the work gives", async () => {
    expect(await withinTime(new AbortController().signal, Promise.resolve(7))).toBe(7);
  });

  it("ends a little after the signal where the work does not", async () => {
    await expect(withinTime(AbortSignal.timeout(20), never)).rejects.toMatchObject({ name: "AbortError" });
    await expect(withinTime(AbortSignal.abort(), never)).rejects.toMatchObject({ name: "AbortError" });
  });

  it("leaves it to the work to tell of the end, where it does so at once", async () => {
    const work = sleep(30).then(() => Promise.reject(new Error("its own")));
    await expect(withinTime(AbortSignal.timeout(20), work)).rejects.toThrow("its own");
  });
});
