import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { aggregateComposition } from "./aggregate-composition.js";

describe("aggregateComposition", () => {
  it("reports an expression over an aggregate across partitions", () => {
    expect(findingsOf(aggregateComposition, "SELECT VALUE COUNT(1) / 2 FROM c")).toEqual([
      "cosmos/aggregate-composition: Across partitions an aggregate cannot be part of a larger expression (at 1:14 of the query).",
    ]);
  });

  it("accepts it in one partition, and aggregates alone", () => {
    expect(findingsOf(aggregateComposition, "SELECT VALUE COUNT(1) / 2 FROM c WHERE c.tenant = 'a'")).toEqual([]);
    expect(findingsOf(aggregateComposition, "SELECT MIN(c.total / 2), MAX(c.total) FROM c")).toEqual([]);
    expect(findingsOf(aggregateComposition, "SELECT VALUE {n: COUNT(1)} FROM c")).toEqual([]);
  });
});
