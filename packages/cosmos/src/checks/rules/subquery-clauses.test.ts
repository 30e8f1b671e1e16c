import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { subqueryClauses } from "./subquery-clauses.js";

describe("subqueryClauses", () => {
  it("reports TOP, ORDER BY and OFFSET LIMIT in a subquery", () => {
    expect(
      findingsOf(
        subqueryClauses,
        "SELECT VALUE r FROM (SELECT TOP 1 VALUE c FROM c ORDER BY c.id OFFSET 1 LIMIT 1) AS r",
      ),
    ).toEqual([
      "cosmos/clause-in-subquery: TOP is not supported in subqueries (at 1:33 of the query).",
      "cosmos/clause-in-subquery: ORDER BY is not supported in subqueries (at 1:50 of the query).",
      "cosmos/clause-in-subquery: OFFSET LIMIT is not supported in subqueries (at 1:64 of the query).",
    ]);
  });

  it("accepts them in the query itself", () => {
    expect(findingsOf(subqueryClauses, "SELECT TOP 1 * FROM c ORDER BY c.id")).toEqual([]);
    expect(findingsOf(subqueryClauses, "SELECT * FROM c OFFSET 1 LIMIT 1")).toEqual([]);
  });
});
