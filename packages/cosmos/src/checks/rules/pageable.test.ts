import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { pageable } from "./pageable.js";

const paged = (text: string) => findingsOf(pageable, text, { crossPartition: true, paged: true });

describe("pageable", () => {
  it.each([
    ["SELECT DISTINCT c.note FROM c", "DISTINCT", "1:1"],
    ["SELECT TOP 5 c.note FROM c", "TOP", "1:12"],
    ["SELECT VALUE COUNT(1) FROM c", "an aggregate", "1:14"],
    ["SELECT c.tenant FROM c GROUP BY c.tenant", "GROUP BY", "1:33"],
    ["SELECT c.id FROM c ORDER BY c.id", "ORDER BY over more than one partition", "1:20"],
    ["SELECT c.id FROM c OFFSET 1 LIMIT 2", "OFFSET LIMIT", "1:20"],
    ["SELECT c.id FROM c ORDER BY RANK FullTextScore(c.note, 'a')", "ORDER BY RANK", "1:20"],
  ])("refuses %s", (text, clause, at) => {
    expect(paged(text)).toEqual([
      `cosmos/not-pageable: A query with ${clause} cannot be read page by page (at ${at} of the query).`,
    ]);
  });

  it("accepts ORDER BY inside one partition, and filters of every kind", () => {
    expect(paged("SELECT c.id FROM c WHERE c.tenant = @tenant ORDER BY c.total DESC")).toEqual([]);
    expect(paged("SELECT c.id, l.sku FROM c JOIN l IN c.lines WHERE l.qty > 1")).toEqual([]);
    expect(paged("SELECT (SELECT VALUE COUNT(1) FROM l IN c.lines) AS n FROM c")).toEqual([]);
  });

  it("says nothing of queries that are read at once", () => {
    expect(findingsOf(pageable, "SELECT VALUE COUNT(1) FROM c")).toEqual([]);
  });
});
