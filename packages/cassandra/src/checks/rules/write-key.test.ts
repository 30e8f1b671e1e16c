import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("writeKey", () => {
  it("reports a write that does not name its rows", () => {
    expect(errorsOf("UPDATE order_lines SET quantity = 1 WHERE sku = 'a' AND part = 1")).toMatchInlineSnapshot(`
      [
        "cassandra/missing-key-column: UPDATE needs the whole partition key; order_id is missing. at 1:1",
      ]
    `);
    expect(errorsOf("UPDATE order_lines SET quantity = 1 WHERE order_id = :id AND sku = 'a'")).toMatchInlineSnapshot(`
      [
        "cassandra/missing-key-column: UPDATE needs the whole primary key; part is missing. at 1:1",
      ]
    `);
    expect(errorsOf("UPDATE order_lines SET quantity = 1 WHERE order_id = :id AND sku > 'a'")).toMatchInlineSnapshot(`
      [
        "cassandra/unsupported-relation: UPDATE writes named rows, not a range of them. at 1:62",
      ]
    `);
    expect(errorsOf("UPDATE orders SET status = 'a' WHERE id = :id AND total = 1")).toMatchInlineSnapshot(`
      [
        "cassandra/non-key-restriction: UPDATE finds rows by the primary key only, and "total" is not in it. at 1:51",
      ]
    `);
    expect(
      errorsOf("UPDATE order_lines SET currency = 'EUR' WHERE order_id = :id AND sku = 'a' AND part = 1"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/static-write: Only static columns are written, so sku, part must not be restricted. at 1:66",
      ]
    `);
    expect(errorsOf("DELETE FROM orders WHERE token(id) = 1")).toMatchInlineSnapshot(`
      [
        "cassandra/unsupported-relation: DELETE finds its partition by the key, not by token(). at 1:26",
      ]
    `);
    expect(errorsOf("DELETE FROM order_lines WHERE order_id = :id AND part = 1")).toMatchInlineSnapshot(`
      [
        "cassandra/clustering-prefix: "part" cannot be restricted while sku is not. at 1:50",
      ]
    `);
    expect(errorsOf("DELETE quantity FROM order_lines WHERE order_id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/missing-key-column: A range of rows is deleted as a whole; to delete "quantity" alone, name one row. at 1:8",
      ]
    `);
    expect(errorsOf("DELETE FROM orders WHERE id > :id")).toMatchInlineSnapshot(`
      [
        "cassandra/unsupported-relation: DELETE takes "id" by = or IN only, since it is in the partition key. at 1:26",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("UPDATE order_lines SET currency = 'EUR' WHERE order_id = :id")).toEqual([]);
    expect(errorsOf("DELETE FROM order_lines WHERE order_id = :id AND sku > 'a'")).toEqual([]);
    expect(errorsOf("DELETE FROM orders WHERE id IN (:a, :b)")).toEqual([]);
  });
});
