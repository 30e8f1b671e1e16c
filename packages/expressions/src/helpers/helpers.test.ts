import fc from "fast-check";
import jsonata from "jsonata";
import { describe, expect, it } from "vitest";
import { fixed } from "./fixed.js";
import { text } from "./text.js";

const numbers = fc.oneof(
  fc.double({ min: -1e14, max: 1e14, noNaN: true }),
  fc.integer({ min: -1000, max: 1000 }).map((n) => n / 8),
);

describe("text", () => {
  it("writes 15 significant digits, as JSONata does", async () => {
    expect(text(0.1 + 0.2)).toBe("0.3");
    expect(text(1700000000000001)).toBe("1700000000000000");
    const expression = jsonata("$string($n)");
    await fc.assert(
      fc.asyncProperty(numbers, async (n) => {
        expect(text(n)).toBe(await expression.evaluate(undefined, { n }));
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it("throws for a number that JSON cannot hold", () => {
    expect(() => text(Number.NaN)).toThrow(RangeError);
  });
});

describe("fixed", () => {
  it("rounds halves to the even neighbour, as JSONata does", async () => {
    expect([fixed(2.345, 2), fixed(2.355, 2), fixed(-0.001, 2), fixed(1e-7, 3), fixed(2.5, 0)]).toEqual([
      "2.34",
      "2.36",
      "0.00",
      "0.000",
      "2",
    ]);
    const expression = jsonata("$formatNumber($round($n, $d), $p)");
    await fc.assert(
      fc.asyncProperty(numbers, fc.nat({ max: 6 }), async (n, d) => {
        const p = d === 0 ? "0" : `0.${"0".repeat(d)}`;
        expect(fixed(n, d)).toBe(await expression.evaluate(undefined, { n, d, p }));
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it("throws for numbers and digits out of range", () => {
    expect(() => fixed(1e15, 2)).toThrow(RangeError);
    expect(() => fixed(1, 16)).toThrow(RangeError);
    expect(() => fixed(1, 0.5)).toThrow(RangeError);
  });
});
