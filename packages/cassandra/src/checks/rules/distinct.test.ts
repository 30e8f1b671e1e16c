import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("distinct", () => {
  it("reports what is no part of the partition", () => {
    expect(errorsOf("SELECT DISTINCT sku FROM order_lines")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-distinct: With DISTINCT only the partition key and static columns are selected, not "sku". at 1:17",
      ]
    `);
    expect(errorsOf("SELECT DISTINCT tenant FROM events")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-distinct: With DISTINCT over partitions the whole partition key is selected; "day" is missing. at 1:17",
      ]
    `);
    expect(
      errorsOf("SELECT DISTINCT order_id FROM order_lines WHERE sku = 'a' ALLOW FILTERING"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-distinct: With DISTINCT only the partition key and static columns are restricted, not "sku". at 1:17",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("SELECT DISTINCT order_id, currency FROM order_lines")).toEqual([]);
  });
});
