import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("staticSelection", () => {
  it("reports a clustering restriction where only statics are selected", () => {
    expect(errorsOf("SELECT currency FROM order_lines WHERE order_id = :id AND sku = 'a'")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-selection: Only static columns are selected, so "sku" cannot be restricted. at 1:59",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("SELECT currency, sku FROM order_lines WHERE order_id = :id AND sku = 'a'")).toEqual([]);
  });
});
