import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("emptyKeys", () => {
  it.each([
    ["UPDATE counters SET n = n + 1 WHERE id = ''", "1:42"],
    ["SELECT n FROM counters WHERE id IN ('a', '')", "1:42"],
    ["DELETE FROM counters WHERE id = ''", "1:33"],
  ])("reports %s", (text, at) => {
    expect(errorsOf(text)).toEqual([
      `cassandra/invalid-literal: "id" is the partition key, which cannot be empty. at ${at}`,
    ]);
  });

  it("accepts empty texts in a key of several columns, and in other columns", () => {
    expect(errorsOf("SELECT kind FROM events WHERE tenant = '' AND day = :day")).toEqual([]);
    expect(errorsOf("SELECT part FROM order_lines WHERE order_id = :id AND sku = ''")).toEqual([]);
    expect(errorsOf("UPDATE orders SET status = '' WHERE id = :id")).toEqual([]);
  });
});
