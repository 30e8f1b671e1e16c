import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("conditionalWrites", () => {
  it("reports conditions that cannot be decided", () => {
    expect(
      errorsOf("UPDATE orders USING TIMESTAMP 1 SET status = 'a' WHERE id = :id IF status = 'b'"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-using: A conditional write takes no TIMESTAMP. at 1:31",
      ]
    `);
    expect(errorsOf("UPDATE orders SET status = 'a' WHERE id = :id IF id = :other")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-condition: "id" is in the primary key, which WHERE asks for. at 1:50",
      ]
    `);
    expect(errorsOf("UPDATE orders SET status = 'a' WHERE id = :id IF status CONTAINS 'b'")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-condition: CONTAINS is for collections; "status" is text. at 1:50",
      ]
    `);
    expect(errorsOf("UPDATE orders SET status = 'a' WHERE id = :id IF took > 1h")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-condition: Durations have no order, so > does not work. at 1:50",
      ]
    `);
    expect(errorsOf("UPDATE orders SET status = 'a' WHERE id = :id IF total > null")).toMatchInlineSnapshot(`
      [
        "cassandra/null-not-allowed: Null cannot be compared by >. at 1:50",
      ]
    `);
    expect(errorsOf("UPDATE orders SET status = 'a' WHERE id IN (:a, :b) IF EXISTS")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-condition: A conditional write is about one row, so "id" takes = and not IN. at 1:38",
      ]
    `);
    expect(errorsOf("DELETE currency FROM order_lines WHERE order_id = :id IF quantity = 1")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-condition: To ask for "quantity" the whole primary key must be fixed by =. at 1:55",
      ]
    `);
    expect(errorsOf("UPDATE orders SET status = 'a' WHERE id = :id IF tags['a'] = 'b'")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-condition: "tags" is set<text>, which has no elements to ask for. at 1:50",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(
      errorsOf("UPDATE orders SET status = 'a' WHERE id = :id IF status IN ('b', 'c') AND bill_to.city = 'd'"),
    ).toEqual([]);
    expect(errorsOf("INSERT INTO orders (id) VALUES (:id) IF NOT EXISTS")).toEqual([]);
  });

  it("reports a condition on an element that cannot be", () => {
    expect(errorsOf("UPDATE orders SET total = 1 WHERE id = :id IF attributes[null] = 'a'")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-condition: "attributes"[null]: no element of a map is at null. at 1:47",
      ]
    `);
    expect(errorsOf("UPDATE orders SET total = 1 WHERE id = :id IF notes[0] = 'a'")).toEqual([]);
  });
});
