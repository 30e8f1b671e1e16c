import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { orderByPath } from "./order-by-path.js";

describe("orderByPath", () => {
  it("reports an expression", () => {
    expect(findingsOf(orderByPath, "SELECT * FROM c ORDER BY LENGTH(c.id)")).toEqual([
      "cosmos/order-by-path: ORDER BY takes properties of the item, which LENGTH(c.id) is not (at 1:26 of the query).",
    ]);
  });

  it("reports the result of a subquery", () => {
    expect(
      findingsOf(orderByPath, "SELECT VALUE c FROM c JOIN (SELECT VALUE COUNT(1) FROM l IN c.lines) AS n ORDER BY n"),
    ).toEqual(["cosmos/order-by-path: ORDER BY takes properties of the item, which n is not (at 1:84 of the query)."]);
  });

  it("reports what JOIN iterates over", () => {
    expect(findingsOf(orderByPath, "SELECT VALUE l FROM c JOIN l IN c.lines ORDER BY l.sku")).toEqual([
      "cosmos/order-by-path: ORDER BY takes properties of the item, which l.sku is not (at 1:50 of the query).",
    ]);
    expect(findingsOf(orderByPath, "SELECT VALUE l FROM c JOIN l IN c.lines ORDER BY c.orderId")).toEqual([]);
  });

  it("follows names through subqueries and object literals", () => {
    expect(
      findingsOf(orderByPath, "SELECT VALUE r FROM (SELECT VALUE {o: c.orderId} FROM c) AS r ORDER BY r.o"),
    ).toEqual([]);
    expect(findingsOf(orderByPath, "SELECT * FROM c ORDER BY VectorDistance(c.lines, [1])")).toEqual([]);
  });
});
