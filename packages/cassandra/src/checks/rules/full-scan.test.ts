import { describe, expect, it } from "vitest";
import { warningsOf } from "../../../test/check.js";

describe("fullScan", () => {
  it.each([
    ["SELECT id FROM orders", "orders"],
    ["SELECT count(*) FROM order_lines", "order_lines"],
    ["SELECT id FROM orders WHERE status = 'a' ALLOW FILTERING", "orders"],
  ])("warns of %s", (text, table) => {
    expect(warningsOf(text)).toEqual([`cassandra/full-scan: This reads every partition of ${table}. at 1:1`]);
  });

  it("does not of named partitions, of a part of the tokens, and of an index", () => {
    expect(warningsOf("SELECT id FROM orders WHERE id = :id")).toEqual([]);
    expect(warningsOf("SELECT id FROM orders WHERE token(id) > :lower")).toEqual([]);
    expect(warningsOf("SELECT at FROM events WHERE kind = 'a'")).toEqual([]);
  });
});
