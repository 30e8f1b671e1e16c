import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("groupBy", () => {
  it("reports groups that do not follow the primary key", () => {
    expect(errorsOf("SELECT sku, count(*) FROM order_lines GROUP BY sku")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-group-by: GROUP BY follows the order of the primary key; "order_id" comes before "sku". at 1:48",
      ]
    `);
    expect(errorsOf("SELECT sku, count(*) FROM order_lines GROUP BY quantity")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-group-by: Rows are grouped by columns of the primary key, and "quantity" is not one. at 1:48",
      ]
    `);
    expect(errorsOf("SELECT tenant FROM events GROUP BY tenant")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-group-by: GROUP BY takes the whole partition key; "day" is missing. at 1:36",
      ]
    `);
    expect(errorsOf("SELECT sku FROM order_lines GROUP BY order_id, nope")).toMatchInlineSnapshot(`
      [
        "cassandra/unknown-column: Table order_lines has no column "nope". at 1:48",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("SELECT sku, count(*) FROM order_lines WHERE order_id = :id GROUP BY sku")).toEqual([]);
    expect(errorsOf("SELECT tenant, count(*) FROM events GROUP BY tenant, day, floor(at, 1h)")).toEqual([]);
  });

  it("reports functions that do not keep the order of the rows", () => {
    expect(errorsOf("SELECT count(*) FROM order_lines GROUP BY order_id, sku, twice(part)")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-group-by: twice(part) does not keep the order of the rows, so that groups would be torn apart. at 1:58",
      ]
    `);
    expect(errorsOf("SELECT count(*) FROM events GROUP BY tenant, day, to_date(at)")).toEqual([]);
  });
});
