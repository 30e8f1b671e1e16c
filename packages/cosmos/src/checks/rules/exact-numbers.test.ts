import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { exactNumbers } from "./exact-numbers.js";

describe("exactNumbers", () => {
  it("warns of an integer that a double cannot hold", () => {
    expect(findingsOf(exactNumbers, "SELECT VALUE 1 FROM c WHERE c.total = -9007199254740993")).toEqual([
      "cosmos/inexact-number: -9007199254740993 is read as -9007199254740992: numbers are IEEE doubles (at 1:39 of the query).",
    ]);
  });

  it("accepts large integers that are exact, and fractions", () => {
    expect(findingsOf(exactNumbers, "SELECT VALUE 9007199254740992")).toEqual([]);
    expect(findingsOf(exactNumbers, "SELECT VALUE 0.1")).toEqual([]);
    expect(findingsOf(exactNumbers, "SELECT VALUE 1e300")).toEqual([]);
  });
});
