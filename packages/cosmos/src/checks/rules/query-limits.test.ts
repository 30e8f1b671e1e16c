import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { queryLimits } from "./query-limits.js";

const of = (text: string) => findingsOf(queryLimits, text);

describe("queryLimits", () => {
  it("reports an id that no item can have", () => {
    expect(of("SELECT c.note FROM c WHERE c.id = 'a/b'")).toEqual([
      "cosmos/query-limit: No item has this id: an id has 1 to 1,023 bytes, and none of / \\ ? # (at 1:35 of the query).",
    ]);
    expect(of(`SELECT c.note FROM c WHERE c.id = '${"é".repeat(512)}'`)).toHaveLength(1);
    expect(of(`SELECT c.note FROM c WHERE c.id = '${"e".repeat(1023)}'`)).toEqual([]);
  });

  it("reports a partition key that no item can have", () => {
    expect(of(`SELECT c.note FROM c WHERE c.tenant = '${"t".repeat(2049)}'`)).toEqual([
      "cosmos/query-limit: No item has this value at /tenant: a partition key has 2,048 bytes at most (at 1:39 of the query).",
    ]);
  });

  it("reports counts that are too large", () => {
    expect(of("SELECT TOP 2147483647 c.id FROM c")).toEqual([]);
    expect(of("SELECT c.id FROM c OFFSET 1 LIMIT 2147483648")).toEqual([
      "cosmos/query-limit: TOP, OFFSET and LIMIT are 2,147,483,647 at most, not 2147483648 (at 1:35 of the query).",
    ]);
    expect(of("SELECT TOP 4294967296 c.id FROM c")).toHaveLength(1);
  });

  it("reports more joins and function calls than the service runs", () => {
    const joins = (count: number) => Array.from({ length: count }, (_, at) => `JOIN l${at} IN c.lines`).join(" ");
    expect(of(`SELECT c.id FROM c ${joins(10)}`)).toEqual([]);
    expect(of(`SELECT c.id FROM c ${joins(11)}`)).toEqual([
      expect.stringContaining("The query has 11 joins, but 10 at most"),
    ]);
    const calls = Array.from({ length: 11 }, () => "udf.tax(c.total)").join(" + ");
    expect(of(`SELECT VALUE ${calls} FROM c`)).toEqual([
      expect.stringContaining("The query calls more than 10 functions of the user"),
    ]);
  });

  it("reports a text that is too long", () => {
    expect(of(`SELECT c.id FROM c WHERE c.note = '${"n".repeat(524_288)}'`)).toEqual([
      "cosmos/query-limit: The query has 524324 bytes, but 524,288 at most.",
    ]);
  });
});
