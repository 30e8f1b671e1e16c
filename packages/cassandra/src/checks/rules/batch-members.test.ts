import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("batchMembers", () => {
  it("reports what cannot be in one batch", () => {
    expect(errorsOf("BEGIN BATCH USING TTL 5 INSERT INTO orders (id) VALUES (:id) APPLY BATCH")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-using: A batch takes no TTL; its members do. at 1:23",
      ]
    `);
    expect(errorsOf("BEGIN BATCH UPDATE counters SET n = n + 1 WHERE id = 'a'; APPLY BATCH")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-batch: A logged batch cannot hold counters. at 1:13",
      ]
    `);
    expect(errorsOf("BEGIN COUNTER BATCH INSERT INTO orders (id) VALUES (:id); APPLY BATCH")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-batch: A counter batch holds counters only. at 1:21",
      ]
    `);
    expect(
      errorsOf(
        "BEGIN BATCH INSERT INTO orders (id) VALUES (:a) IF NOT EXISTS; INSERT INTO order_lines (order_id, sku, part) VALUES (:a, 'a', 1); APPLY BATCH",
      ),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-batch: A conditional batch is about one table. at 1:64",
      ]
    `);
    expect(
      errorsOf(
        "BEGIN BATCH INSERT INTO orders (id) VALUES (:a) IF NOT EXISTS; DELETE FROM orders WHERE id = :a IF EXISTS; APPLY BATCH",
      ),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-batch: One row cannot be written IF NOT EXISTS and on another condition. at 1:97",
      ]
    `);
    expect(
      errorsOf("BEGIN BATCH USING TIMESTAMP 1 INSERT INTO orders (id) VALUES (:id) USING TIMESTAMP 2 APPLY BATCH"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-using: TIMESTAMP is given to the batch or to its members, not to both. at 1:84",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(
      errorsOf(
        "BEGIN BATCH INSERT INTO order_lines (order_id, sku, part) VALUES (:id, 'a', 1); DELETE FROM order_lines WHERE order_id = :id AND sku = 'b'; APPLY BATCH",
      ),
    ).toEqual([]);
    expect(errorsOf("BEGIN COUNTER BATCH UPDATE counters SET n = n + 1 WHERE id = 'a' APPLY BATCH")).toEqual([]);
  });

  it("reports a conditional batch over several partitions, where the texts alone say so", () => {
    const batch = (where: string) =>
      `BEGIN BATCH UPDATE events SET kind = 'a' WHERE tenant = 'a' AND day = '2020-01-01' AND at = 1 IF EXISTS; DELETE FROM events WHERE ${where} AND at = 2; APPLY BATCH`;
    expect(errorsOf(batch("tenant = 'b' AND day = '2020-01-01'"))).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-batch: A conditional batch is about one partition. at 1:106",
      ]
    `);
    expect(errorsOf(batch("tenant IN ('a', 'b') AND day = '2020-01-01'"))).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-batch: A conditional batch is about one partition, so IN cannot choose it. at 1:106",
      ]
    `);
    expect(errorsOf(batch("tenant = 'a' AND day = '2020-01-01'"))).toEqual([]);
    expect(errorsOf(batch("tenant = :other AND day = :day"))).toEqual([]);
  });
});
