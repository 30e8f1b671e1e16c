import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { comparableTypes } from "./comparable-types.js";

describe("comparableTypes", () => {
  it("reports types that can never be equal", () => {
    expect(findingsOf(comparableTypes, "SELECT VALUE 1 FROM c WHERE c.total = '5'")).toEqual([
      "cosmos/never-equal: c.total is number, so it never matches '5' (at 1:29 of the query).",
    ]);
  });

  it("reports a literal that a discriminant does not have", () => {
    expect(findingsOf(comparableTypes, "SELECT VALUE 1 FROM c WHERE c.pay.kind = 'cash'")).toEqual([
      'cosmos/never-equal: c.pay.kind is "card" | "bank", so it never matches \'cash\' (at 1:29 of the query).',
    ]);
  });

  it("reports two discriminants at once", () => {
    expect(
      findingsOf(comparableTypes, "SELECT VALUE 1 FROM c WHERE c.pay.kind = 'card' AND c.pay.kind = 'bank'"),
    ).toEqual([
      "cosmos/never-equal: c.pay.kind is \"bank\", so it never matches 'card' (at 1:29 of the query).",
      "cosmos/never-equal: c.pay.kind is \"card\", so it never matches 'bank' (at 1:53 of the query).",
    ]);
  });

  it("reports null for a property that is absent at most", () => {
    expect(findingsOf(comparableTypes, "SELECT VALUE 1 FROM c WHERE c.note = null")).toEqual([
      "cosmos/never-equal: c.note is string, so it never matches null (at 1:29 of the query).",
    ]);
  });

  it("reports values of IN and bounds of BETWEEN", () => {
    expect(
      findingsOf(comparableTypes, "SELECT VALUE 1 FROM c WHERE c.id IN ('a', 1) OR c.total BETWEEN 1 AND 'z'"),
    ).toEqual([
      "cosmos/never-equal: c.id is string, so it never matches 1 (at 1:29 of the query).",
      "cosmos/never-equal: c.total is number, so it never matches 'z' (at 1:49 of the query).",
    ]);
  });

  it("reports two expressions that have no value in common", () => {
    expect(findingsOf(comparableTypes, "SELECT VALUE 1 FROM c WHERE c.total = c.id")).toEqual([
      "cosmos/never-equal: c.total is number and c.id is string: they never match (at 1:29 of the query).",
    ]);
  });

  it("accepts an order between literals of one type, and constants", () => {
    expect(findingsOf(comparableTypes, "SELECT VALUE 1 FROM c WHERE c.pay.kind > 'a' AND c.total < 5")).toEqual([]);
    expect(findingsOf(comparableTypes, "SELECT VALUE (1 = 'a')")).toEqual([]);
  });
});
