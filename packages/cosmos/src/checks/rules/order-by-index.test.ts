import { describe, expect, it } from "vitest";
import { carts, findingsOf } from "../../../test/carts.js";
import { orderByIndex } from "./order-by-index.js";

describe("orderByIndex", () => {
  it("reports the composite index that several properties need", () => {
    expect(findingsOf(orderByIndex, "SELECT * FROM c ORDER BY c.orderId, c.total DESC")).toEqual([
      'cosmos/composite-index-missing: ORDER BY over these properties needs a composite index: [{"path":"/orderId","order":"ascending"},{"path":"/total","order":"descending"}] (at 1:26 of the query).',
    ]);
  });

  it("reports a property that the policy leaves out", () => {
    expect(
      findingsOf(
        orderByIndex,
        "SELECT * FROM c ORDER BY c.note",
        {},
        { ...carts, indexingPolicy: { excludedPaths: [{ path: "/note/?" }] } },
      ),
    ).toEqual([
      "cosmos/order-by-not-indexed: ORDER BY needs an index, and the indexing policy leaves /note out (at 1:26 of the query).",
    ]);
  });

  it("accepts the same directions and all of them reversed", () => {
    expect(
      findingsOf(
        orderByIndex,
        "SELECT * FROM c ORDER BY c.orderId, c.total DESC",
        {},
        {
          ...carts,
          indexingPolicy: { compositeIndexes: [[{ path: "/orderId" }, { path: "/total", order: "descending" }]] },
        },
      ),
    ).toEqual([]);
    expect(
      findingsOf(
        orderByIndex,
        "SELECT * FROM c ORDER BY c.orderId DESC, c.total",
        {},
        {
          ...carts,
          indexingPolicy: { compositeIndexes: [[{ path: "/orderId" }, { path: "/total", order: "descending" }]] },
        },
      ),
    ).toEqual([]);
  });

  it("accepts one property, and stays silent where the policy is not known", () => {
    expect(findingsOf(orderByIndex, "SELECT * FROM c ORDER BY c.orderId")).toEqual([]);
  });
});
