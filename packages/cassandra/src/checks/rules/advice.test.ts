import { describe, expect, it } from "vitest";
import { warningsOf } from "../../../test/check.js";

describe("advice", () => {
  it("warns of what is accepted and costs", () => {
    expect(warningsOf("SELECT id FROM orders")).toMatchInlineSnapshot(`
      [
        "cassandra/full-scan: This reads every partition of orders. at 1:1",
      ]
    `);
    expect(warningsOf("SELECT id FROM orders WHERE id = :id ALLOW FILTERING")).toMatchInlineSnapshot(`
      [
        "cassandra/filtering-not-needed: ALLOW FILTERING has no effect here. at 1:38",
      ]
    `);
    expect(warningsOf("SELECT id FROM orders WHERE id IN :ids")).toMatchInlineSnapshot(`
      [
        "cassandra/unbounded-in: IN with a marker on "id" makes one coordinator fetch as many partitions as the list has. at 1:29",
      ]
    `);
    expect(warningsOf("UPDATE orders SET notes[1] = 'a' WHERE id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/read-before-write: Setting an element of "notes" makes the server read the list before it writes. at 1:19",
      ]
    `);
    expect(warningsOf("UPDATE orders SET notes = notes - ['a'] WHERE id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/read-before-write: Removing values from "notes" makes the server read the list before it writes. at 1:19",
      ]
    `);
    expect(
      warningsOf(
        "BEGIN UNLOGGED BATCH INSERT INTO orders (id) VALUES (:a); INSERT INTO orders (id) VALUES (:b); APPLY BATCH",
      ),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/logged-batch: This batch writes 2 partitions, which are not written together without the batch log. at 1:1",
      ]
    `);
  });

  it("is silent about what is cheap", () => {
    expect(warningsOf("SELECT id FROM orders WHERE id = :id")).toEqual([]);
    expect(warningsOf("SELECT id FROM orders WHERE token(id) > :lower")).toEqual([]);
    expect(warningsOf("UPDATE orders SET notes = notes + ['a'] WHERE id = :id")).toEqual([]);
    expect(
      warningsOf(
        "BEGIN UNLOGGED BATCH INSERT INTO order_lines (order_id, sku, part) VALUES (:a, 'a', 1); INSERT INTO order_lines (order_id, sku, part) VALUES (:a, 'b', 1); APPLY BATCH",
      ),
    ).toEqual([]);
  });
});
