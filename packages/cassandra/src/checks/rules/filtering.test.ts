import { describe, expect, it } from "vitest";
import { errorsOf, warningsOf } from "../../../test/check.js";

describe("filtering", () => {
  it("reports rows that cannot be found", () => {
    expect(errorsOf("SELECT id FROM orders WHERE status = 'a'")).toMatchInlineSnapshot(`
      [
        "cassandra/filtering-required: Rows of orders cannot be found by "status" without reading others too. at 1:29",
      ]
    `);
    expect(errorsOf("SELECT kind FROM events WHERE tenant = :tenant")).toMatchInlineSnapshot(`
      [
        "cassandra/partition-key-incomplete: The partition key of events is (tenant, day), and day is not restricted. at 1:31",
      ]
    `);
    expect(errorsOf("SELECT id FROM orders WHERE id > :id")).toMatchInlineSnapshot(`
      [
        "cassandra/partition-key-incomplete: "id" is in the partition key, which has no order to find ranges by. at 1:29",
      ]
    `);
    expect(errorsOf("SELECT id FROM orders WHERE tags CONTAINS 'a'")).toMatchInlineSnapshot(`
      [
        "cassandra/filtering-required: Rows of orders cannot be found by "tags" without reading others too. at 1:29",
      ]
    `);
    expect(errorsOf("SELECT quantity FROM order_lines WHERE sku = 'a'")).toMatchInlineSnapshot(`
      [
        "cassandra/filtering-required: Rows of order_lines cannot be found by "sku" without reading others too. at 1:40",
      ]
    `);
    expect(errorsOf("SELECT tenant FROM events WHERE kind = 'a' AND payload = 0x00")).toMatchInlineSnapshot(`
      [
        "cassandra/filtering-required: Rows of events cannot be found by "payload" without reading others too. at 1:48",
      ]
    `);
    expect(
      errorsOf("SELECT kind FROM events WHERE tenant IN ('a', 'b') AND day = '2026-01-01' AND kind = 'a'"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/unsupported-relation: An index cannot be combined with IN on the partition key. at 1:31",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("SELECT tenant FROM events WHERE kind = 'a'")).toEqual([]);
    expect(errorsOf("SELECT id FROM orders WHERE status = 'a' ALLOW FILTERING")).toEqual([]);
    expect(errorsOf("SELECT id FROM orders_by_status WHERE status = 'a'")).toEqual([]);
  });

  it("warns of filtering that is allowed and not needed", () => {
    expect(warningsOf("SELECT id FROM orders WHERE id = :id ALLOW FILTERING")).toEqual([
      "cassandra/filtering-not-needed: ALLOW FILTERING has no effect here. at 1:38",
    ]);
  });
});
