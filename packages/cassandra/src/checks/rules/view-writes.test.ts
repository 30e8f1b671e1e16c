import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("viewWrites", () => {
  it("reports a write to a view", () => {
    expect(errorsOf("UPDATE orders_by_status SET total = 1 WHERE status = 'a' AND id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/view-write: orders_by_status is a materialized view, and views are written by their table only. at 1:8",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("SELECT total FROM orders_by_status WHERE status = 'a' AND id = :id")).toEqual([]);
  });
});
