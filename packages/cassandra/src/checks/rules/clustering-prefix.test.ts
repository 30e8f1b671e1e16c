import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("clusteringPrefix", () => {
  it("reports a gap or a bound before another restriction", () => {
    expect(errorsOf("SELECT quantity FROM order_lines WHERE order_id = :id AND part = 1")).toMatchInlineSnapshot(`
      [
        "cassandra/clustering-prefix: "part" cannot be restricted while "sku" before it is not. at 1:59",
      ]
    `);
    expect(
      errorsOf("SELECT quantity FROM order_lines WHERE order_id = :id AND sku > 'a' AND part = 1"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/clustering-prefix: "part" cannot be restricted, since "sku" before it has a bound and no fixed value. at 1:73",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("SELECT quantity FROM order_lines WHERE order_id = :id AND sku = 'a' AND part > 1")).toEqual([]);
  });
});
