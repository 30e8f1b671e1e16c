import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("orderBy", () => {
  it("reports an order that the table does not have", () => {
    expect(errorsOf("SELECT sku FROM order_lines ORDER BY sku")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-order-by: ORDER BY needs the partition key fixed by = or IN. at 1:38",
      ]
    `);
    expect(errorsOf("SELECT sku FROM order_lines WHERE order_id = :id ORDER BY part")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-order-by: ORDER BY follows the clustering columns; "sku" comes before "part". at 1:59",
      ]
    `);
    expect(errorsOf("SELECT sku FROM order_lines WHERE order_id = :id ORDER BY quantity")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-order-by: Rows are ordered by clustering columns, and "quantity" is not one. at 1:59",
      ]
    `);
    expect(
      errorsOf("SELECT sku FROM order_lines WHERE order_id = :id ORDER BY sku ASC, part DESC"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-order-by: ORDER BY is the declared clustering order or its exact reverse, not a mix of both. at 1:68",
      ]
    `);
    expect(
      errorsOf("SELECT at FROM events WHERE tenant = 'a' AND day = '2026-01-01' AND kind = 'a' ORDER BY at"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-order-by: ORDER BY does not work together with an index. at 1:89",
      ]
    `);
    expect(errorsOf("SELECT sku FROM order_lines WHERE order_id = :id ORDER BY skuu")).toMatchInlineSnapshot(`
      [
        "cassandra/unknown-column: Table order_lines has no column "skuu". Did you mean "sku"? at 1:59",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("SELECT sku FROM order_lines WHERE order_id = :id ORDER BY sku DESC, part DESC")).toEqual([]);
    expect(errorsOf("SELECT at FROM events WHERE tenant = 'a' AND day = '2026-01-01' ORDER BY at ASC")).toEqual([]);
  });
});
