import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("tupleFiltering", () => {
  it("reports ranges and lists of tuples that only filter", () => {
    expect(errorsOf("SELECT sku FROM order_lines WHERE order_id = :a AND (part) > (1) ALLOW FILTERING")).toEqual([
      "cassandra/unsupported-relation: (part) cannot be filtered by a range or a list of tuples. at 1:53",
    ]);
    const schema = "CREATE TABLE t (a int, b int, c int, d int, PRIMARY KEY (a, b, c, d))";
    expect(errorsOf("SELECT a FROM t WHERE (c, d) IN ((1, 2), (3, 4)) ALLOW FILTERING", schema)).toEqual([
      "cassandra/unsupported-relation: (c, d) cannot be filtered by a range or a list of tuples. at 1:23",
    ]);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("SELECT sku FROM order_lines WHERE (sku, part) > ('a', 1) ALLOW FILTERING")).toEqual([]);
    expect(errorsOf("SELECT sku FROM order_lines WHERE (part) IN ((1), (2)) ALLOW FILTERING")).toEqual([]);
    expect(errorsOf("SELECT sku FROM order_lines WHERE (sku, part) IN (('a', 1), ('b', 2)) ALLOW FILTERING")).toEqual(
      [],
    );
  });
});
