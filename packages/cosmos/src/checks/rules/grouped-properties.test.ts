import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { groupedProperties } from "./grouped-properties.js";

describe("groupedProperties", () => {
  it("reports a property beside an aggregate", () => {
    expect(findingsOf(groupedProperties, "SELECT c.id, COUNT(1) FROM c")).toEqual([
      "cosmos/not-grouped: c.id is neither inside an aggregate nor in GROUP BY (at 1:8 of the query).",
    ]);
  });

  it("reports a property that is no key", () => {
    expect(findingsOf(groupedProperties, "SELECT c.orderId FROM c GROUP BY c.tenant")).toEqual([
      "cosmos/not-grouped: c.orderId is neither inside an aggregate nor in GROUP BY (at 1:8 of the query).",
    ]);
  });

  it("reports SELECT *", () => {
    expect(findingsOf(groupedProperties, "SELECT * FROM c GROUP BY c.tenant")).toEqual([
      "cosmos/select-star: SELECT * cannot be used with GROUP BY c.tenant (at 1:1 of the query).",
    ]);
  });

  it("accepts keys, what is below them, and aggregates", () => {
    expect(findingsOf(groupedProperties, "SELECT c.pay.kind, COUNT(1) FROM c GROUP BY c.pay")).toEqual([]);
    expect(
      findingsOf(groupedProperties, 'SELECT c["tenant"], UPPER(c.tenant), MAX(c.total) FROM c GROUP BY c.tenant'),
    ).toEqual([]);
    expect(findingsOf(groupedProperties, "SELECT VALUE {t: c.tenant, n: COUNT(1)} FROM c GROUP BY c.tenant")).toEqual(
      [],
    );
  });
});
