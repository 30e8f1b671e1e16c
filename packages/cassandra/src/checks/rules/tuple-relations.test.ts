import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("tupleRelations", () => {
  it("reports tuples and tokens of the wrong columns", () => {
    expect(errorsOf("SELECT sku FROM order_lines WHERE (order_id) = (:a)")).toMatchInlineSnapshot(`
      [
        "cassandra/unsupported-relation: Tuples compare clustering columns, and "order_id" is not one. at 1:35",
      ]
    `);
    expect(
      errorsOf("SELECT sku FROM order_lines WHERE order_id = :a AND (part, sku) > (1, 'a')"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/unsupported-relation: The columns of a tuple must follow each other as in the primary key. at 1:53",
      ]
    `);
    expect(errorsOf("SELECT kind FROM events WHERE token(tenant) > 1")).toMatchInlineSnapshot(`
      [
        "cassandra/unsupported-relation: token() takes the whole partition key in its order: token(tenant, day). at 1:31",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("SELECT sku FROM order_lines WHERE order_id = :a AND (sku, part) > ('a', 1)")).toEqual([]);
    expect(errorsOf("SELECT kind FROM events WHERE token(tenant, day) > :start")).toEqual([]);
  });
});
