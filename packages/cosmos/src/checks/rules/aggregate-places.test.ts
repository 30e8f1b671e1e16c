import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { aggregatePlaces } from "./aggregate-places.js";

describe("aggregatePlaces", () => {
  it("reports an aggregate in WHERE", () => {
    expect(findingsOf(aggregatePlaces, "SELECT VALUE 1 FROM c WHERE COUNT(1) > 0")).toEqual([
      "cosmos/aggregate-misplaced: COUNT is an aggregate and cannot stand in WHERE (at 1:29 of the query).",
    ]);
  });

  it("reports an aggregate in GROUP BY", () => {
    expect(findingsOf(aggregatePlaces, "SELECT VALUE 1 FROM c GROUP BY MAX(c.total)")).toEqual([
      "cosmos/aggregate-misplaced: MAX is an aggregate and cannot stand in GROUP BY (at 1:32 of the query).",
    ]);
  });

  it("reports an aggregate over another one, or over a subquery", () => {
    expect(findingsOf(aggregatePlaces, "SELECT VALUE MAX(MIN(c.total)) FROM c")).toEqual([
      "cosmos/aggregate-misplaced: MAX is an aggregate and cannot stand in front of another one (at 1:14 of the query).",
    ]);
    expect(findingsOf(aggregatePlaces, "SELECT VALUE SUM((SELECT VALUE COUNT(1) FROM l IN c.lines)) FROM c")).toEqual([
      "cosmos/aggregate-misplaced: SUM is an aggregate and cannot stand in front of a subquery (at 1:14 of the query).",
    ]);
    expect(findingsOf(aggregatePlaces, "SELECT VALUE SUM(c.total * 2) FROM c")).toEqual([]);
  });

  it("accepts an aggregate in a subquery of WHERE", () => {
    expect(
      findingsOf(aggregatePlaces, "SELECT VALUE 1 FROM c WHERE (SELECT VALUE COUNT(1) FROM l IN c.lines) > 1"),
    ).toEqual([]);
  });
});
