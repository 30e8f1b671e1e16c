import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { computedIndexes } from "./computed-indexes.js";

describe("computedIndexes", () => {
  it("reports an index that is computed for each item", () => {
    expect(findingsOf(computedIndexes, "SELECT VALUE c.lines[c.total] FROM c")).toEqual([
      "cosmos/computed-index: An index must be a constant or a parameter, and c.total is neither (at 1:22 of the query).",
    ]);
  });

  it("accepts constants and parameters", () => {
    expect(findingsOf(computedIndexes, "SELECT VALUE c.lines[0] FROM c")).toEqual([]);
    expect(findingsOf(computedIndexes, "SELECT VALUE c[@name] FROM c")).toEqual([]);
  });
});
