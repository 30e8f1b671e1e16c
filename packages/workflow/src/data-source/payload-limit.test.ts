import { describe, expect, it } from "vitest";
import { payloadLimitBytes, sizeOf } from "./payload-limit.js";

describe("sizeOf", () => {
  it.each([
    [null, 4],
    ["a", 3],
    ["é", 4],
    ["😀", 6],
    [{ a: [1, 2] }, 11],
  ])("counts the bytes of %j as JSON in UTF-8", (value, bytes) => {
    expect(sizeOf(value)).toBe(bytes);
  });

  it("leaves room for what is wrapped around a result", () => {
    expect(payloadLimitBytes).toBeLessThan(262_144);
  });
});
