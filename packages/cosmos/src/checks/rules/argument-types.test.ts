import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { argumentTypes } from "./argument-types.js";

describe("argumentTypes", () => {
  it("reports an argument of a type that the function does not take", () => {
    expect(findingsOf(argumentTypes, "SELECT LENGTH(c.total) FROM c")).toEqual([
      "cosmos/argument-type: LENGTH takes a string here, but c.total is number, so the result is never there (at 1:15 of the query).",
    ]);
  });

  it("reports operands of arithmetic, concatenation, LIKE and NOT", () => {
    expect(
      findingsOf(argumentTypes, "SELECT c.id * 2, c.total || 'x', NOT c.total FROM c WHERE c.total LIKE 'a'"),
    ).toEqual([
      "cosmos/argument-type: * takes a number here, but c.id is string, so the result is never there (at 1:8 of the query).",
      "cosmos/argument-type: || takes a string here, but c.total is number, so the result is never there (at 1:18 of the query).",
      "cosmos/argument-type: NOT takes a boolean here, but c.total is number, so the result is never there (at 1:38 of the query).",
      "cosmos/argument-type: LIKE takes a string here, but c.total is number, so the result is never there (at 1:59 of the query).",
    ]);
  });

  it("accepts an argument that may be of the type", () => {
    expect(
      findingsOf(argumentTypes, "SELECT LENGTH(c.note), LENGTH(c.pay.iban), ARRAY_LENGTH(c.lines) FROM c"),
    ).toEqual([]);
    expect(findingsOf(argumentTypes, "SELECT LENGTH(1)")).toEqual([]);
  });
});
