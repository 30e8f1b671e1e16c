import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { selectStar } from "./select-star.js";

describe("selectStar", () => {
  it("reports SELECT * without FROM", () => {
    expect(findingsOf(selectStar, "SELECT *")).toEqual([
      "cosmos/select-star: SELECT * needs FROM (at 1:1 of the query).",
    ]);
  });

  it("reports SELECT * over a join", () => {
    expect(findingsOf(selectStar, "SELECT * FROM c JOIN l IN c.lines")).toEqual([
      "cosmos/select-star: SELECT * cannot be used with JOIN (at 1:1 of the query).",
    ]);
  });

  it("accepts it over one source", () => {
    expect(findingsOf(selectStar, "SELECT * FROM c")).toEqual([]);
    expect(findingsOf(selectStar, "SELECT * FROM l IN c.lines")).toEqual([]);
  });
});
