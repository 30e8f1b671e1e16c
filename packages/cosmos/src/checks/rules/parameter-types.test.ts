import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { parameterTypes } from "./parameter-types.js";

describe("parameterTypes", () => {
  it("reports uses that no value fits, naming both", () => {
    expect(findingsOf(parameterTypes, "SELECT VALUE 1 FROM c WHERE c.id = @x AND c.total > @x")).toEqual([
      "cosmos/parameter-conflict: @x is used as string (at 1:36 of the query) and as number (at 1:53): no value is both.",
    ]);
  });

  it("reports a parameter whose type nothing says", () => {
    expect(findingsOf(parameterTypes, "SELECT VALUE @x FROM c")).toEqual([
      "cosmos/parameter-untyped: Nothing says what type @x has (at 1:14 of the query).",
    ]);
  });

  it("accepts uses that agree", () => {
    expect(
      findingsOf(parameterTypes, "SELECT @x AS x FROM c WHERE c.id = @x OR c.note = @x OFFSET @o LIMIT 1"),
    ).toEqual([]);
  });
});
