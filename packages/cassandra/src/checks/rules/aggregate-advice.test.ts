import { describe, expect, it } from "vitest";
import { warningsOf } from "../../../test/check.js";

describe("aggregateAdvice", () => {
  it("warns of sums and means that keep the type of their argument", () => {
    expect(warningsOf("SELECT sum(part), avg(quantity) FROM order_lines WHERE order_id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/aggregate-type: sum(part) is int as its argument is: a larger sum overflows silently. at 1:8",
        "cassandra/aggregate-type: avg(quantity) is int as its argument is: the mean is cut off to a whole number. at 1:19",
      ]
    `);
    expect(warningsOf("SELECT sum(cast(part AS bigint)), max(part) FROM order_lines WHERE order_id = :id")).toEqual([
      expect.stringContaining("cassandra/aggregate-type"),
    ]);
    expect(warningsOf("SELECT avg(cast(part AS double)) FROM order_lines WHERE order_id = :id")).toEqual([]);
  });

  it("warns of columns that are not grouped by", () => {
    expect(warningsOf("SELECT sku, count(*) FROM order_lines WHERE order_id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/ungrouped-column: "sku" stands beside an aggregate and gives the value of any one row. at 1:8",
      ]
    `);
    for (const text of [
      "SELECT sku, count(*) FROM order_lines WHERE order_id = :id GROUP BY sku",
      "SELECT order_id, currency, count(*) FROM order_lines WHERE order_id = :id",
    ]) {
      expect(warningsOf(text)).toEqual([]);
    }
  });
});
