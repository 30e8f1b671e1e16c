import { describe, expect, it } from "vitest";
import { didYouMean, nearestName } from "./nearest-name.js";

describe("nearestName", () => {
  it("finds the name that is one slip away", () => {
    expect(nearestName("totl", ["total", "tenant"])).toBe("total");
    expect(nearestName("tenatn", ["total", "tenant"])).toBe("tenant");
    expect(nearestName("STATUS", ["status"])).toBe("status");
  });

  it("gives nothing when no name is near", () => {
    expect(nearestName("xyz", ["total", "tenant"])).toBeUndefined();
    expect(nearestName("id", ["qty"])).toBeUndefined();
    expect(nearestName("a", [])).toBeUndefined();
  });

  it("prefers the nearer of two near names", () => {
    expect(nearestName("orderId", ["orderIds", "orderKd", "orderId2x"])).toBe("orderIds");
  });
});

describe("didYouMean", () => {
  it("is a sentence to append, or nothing", () => {
    expect(didYouMean("totl", ["total"])).toBe(' Did you mean "total"?');
    expect(didYouMean("xyz", ["total"])).toBe("");
  });
});
