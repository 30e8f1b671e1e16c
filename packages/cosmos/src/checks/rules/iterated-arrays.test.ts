import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { iteratedArrays } from "./iterated-arrays.js";

describe("iteratedArrays", () => {
  it("reports iterating over what is no array", () => {
    expect(findingsOf(iteratedArrays, "SELECT VALUE x FROM x IN c.pay")).toEqual([
      'cosmos/not-an-array: c.pay is { kind: "card"; last4: string } | { kind: "bank"; iban: string }, and only arrays can be iterated over (at 1:26 of the query).',
    ]);
  });

  it("accepts arrays", () => {
    expect(findingsOf(iteratedArrays, "SELECT VALUE l FROM l IN c.lines")).toEqual([]);
    expect(findingsOf(iteratedArrays, "SELECT VALUE l FROM c JOIN l IN c.lines")).toEqual([]);
  });
});
