import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { knownProperties } from "./known-properties.js";

describe("knownProperties", () => {
  it("reports a property that the item type does not have, with the nearest one", () => {
    expect(findingsOf(knownProperties, "SELECT c.tenent FROM c")).toEqual([
      'cosmos/unknown-property: c has no property "tenent" (at 1:10 of the query). Did you mean "tenant"?',
    ]);
  });

  it("reports it inside subqueries and iterations", () => {
    expect(findingsOf(knownProperties, "SELECT VALUE l.skuu FROM c JOIN l IN c.lines")).toEqual([
      'cosmos/unknown-property: l has no property "skuu" (at 1:16 of the query). Did you mean "sku"?',
    ]);
  });

  it("reports a property of something that is no object", () => {
    expect(findingsOf(knownProperties, "SELECT c.orderId.x FROM c")).toEqual([
      'cosmos/unknown-property: c.orderId has no property "x" (at 1:18 of the query).',
    ]);
  });

  it("reports a property that the other member of a union has", () => {
    expect(findingsOf(knownProperties, "SELECT c.pay.iban FROM c WHERE c.pay.kind = 'card'")).toEqual([
      'cosmos/unknown-property: c.pay has no property "iban" (at 1:14 of the query).',
    ]);
  });

  it("accepts what some member of a union has", () => {
    expect(findingsOf(knownProperties, "SELECT c.pay.iban FROM c")).toEqual([]);
    expect(findingsOf(knownProperties, "SELECT c.pay.iban FROM c WHERE c.pay.kind IN ('bank', 'card')")).toEqual([]);
  });

  it("leaves constants alone", () => {
    expect(findingsOf(knownProperties, "SELECT VALUE {a: 1}.b")).toEqual([]);
  });
});
