import { describe, expect, it } from "vitest";
import { warningsOf } from "../../../test/check.js";

describe("tombstoneAdvice", () => {
  it("warns of deleted ranges and of nulls in an INSERT", () => {
    expect(warningsOf("DELETE FROM order_lines WHERE order_id = :id AND sku > :sku")).toMatchInlineSnapshot(`
      [
        "cassandra/tombstones: Deleting a range leaves a tombstone, which reads must pass over until it is purged. at 1:50",
      ]
    `);
    expect(warningsOf("INSERT INTO orders (id, status) VALUES (:id, null)")).toMatchInlineSnapshot(`
      [
        "cassandra/tombstones: Inserting null into "status" leaves a tombstone, which reads must pass over until it is purged. at 1:46",
      ]
    `);
    expect(warningsOf("DELETE FROM order_lines WHERE order_id = :id AND sku = :sku")).toEqual([]);
  });
});
