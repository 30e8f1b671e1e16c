import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("conflictingRestrictions", () => {
  it("reports a column that is restricted against itself", () => {
    expect(errorsOf("SELECT sku FROM order_lines WHERE order_id = :a AND order_id = :b")).toMatchInlineSnapshot(`
      [
        "cassandra/conflicting-restrictions: "order_id" is fixed by = and restricted once more. at 1:53",
      ]
    `);
    expect(
      errorsOf("SELECT sku FROM order_lines WHERE order_id = :a AND sku = :b AND sku > :c"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/conflicting-restrictions: "sku" is fixed by = and bounded as well. at 1:66",
      ]
    `);
    expect(
      errorsOf("SELECT sku FROM order_lines WHERE order_id = :a AND sku > :b AND sku >= :c"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/conflicting-restrictions: "sku" has two lower bounds. at 1:66",
      ]
    `);
    expect(
      errorsOf("SELECT sku FROM order_lines WHERE order_id = :a AND (sku, part) > ('a', 1) AND sku > 'b' AND part > 1"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/conflicting-restrictions: "sku" has two lower bounds. at 1:80",
        "cassandra/conflicting-restrictions: Two bounds on "part" begin with different columns. at 1:94",
        "cassandra/clustering-prefix: "part" cannot be restricted, since "sku" before it has a bound and no fixed value. at 1:94",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("SELECT sku FROM order_lines WHERE order_id = :a AND sku > :b AND sku <= :c")).toEqual([]);
  });
});
