import { describe, expect, it } from "vitest";
import { carts, findingsOf } from "../../../test/carts.js";
import { knownFunctions } from "./known-functions.js";

describe("knownFunctions", () => {
  it("reports a function that does not exist, with the nearest one", () => {
    expect(findingsOf(knownFunctions, "SELECT LENGHT(c.id) FROM c")).toEqual([
      'cosmos/unknown-function: There is no system function "LENGHT" (at 1:8 of the query). Did you mean "LENGTH"?',
    ]);
  });

  it("reports too many and too few arguments", () => {
    expect(findingsOf(knownFunctions, "SELECT LENGTH(c.id, 1), CONCAT(c.id), PI(1), SUBSTRING(c.id) FROM c")).toEqual([
      "cosmos/argument-count: LENGTH takes 1 argument, but is given 2 (at 1:8 of the query).",
      "cosmos/argument-count: CONCAT takes at least 2 arguments, but is given 1 (at 1:25 of the query).",
      "cosmos/argument-count: PI takes 0 arguments, but is given 1 (at 1:39 of the query).",
      "cosmos/argument-count: SUBSTRING takes 2 to 3 arguments, but is given 1 (at 1:46 of the query).",
    ]);
  });

  it("reports a user-defined function that is not declared", () => {
    expect(
      findingsOf(
        knownFunctions,
        "SELECT udf.taxx(c.total) FROM c",
        {},
        { ...carts, functions: new Map([["tax", { kind: "number" }]]) },
      ),
    ).toEqual([
      'cosmos/undeclared-function: The container declares no user-defined function "taxx" (at 1:8 of the query). Did you mean "tax"?',
    ]);
  });

  it("ignores the case of names and accepts user-defined functions", () => {
    expect(findingsOf(knownFunctions, "SELECT Length(c.id), udf.any(1, 2, 3) FROM c")).toEqual([]);
  });
});
