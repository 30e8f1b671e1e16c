import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { rankScores } from "./rank-scores.js";

describe("rankScores", () => {
  it("reports what is no score, and sources that are not plain", () => {
    expect(findingsOf(rankScores, "SELECT VALUE l FROM c JOIN l IN c.lines ORDER BY RANK LENGTH(l.sku)")).toEqual([
      "cosmos/rank-clause: ORDER BY RANK cannot be used with JOIN (at 1:41 of the query).",
      "cosmos/rank-clause: ORDER BY RANK takes FullTextScore, VectorDistance or RRF (at 1:55 of the query).",
    ]);
  });

  it("reports a score outside ORDER BY RANK", () => {
    expect(findingsOf(rankScores, "SELECT VALUE FullTextScore(c.note, 'a') FROM c")).toEqual([
      "cosmos/rank-clause: FullTextScore stands only in ORDER BY RANK (at 1:14 of the query).",
    ]);
  });

  it("reports a fusion of one score, and weights that do not match", () => {
    expect(findingsOf(rankScores, "SELECT * FROM c ORDER BY RANK RRF(FullTextScore(c.note, 'a'), [1, 2])")).toEqual([
      "cosmos/rank-clause: RRF takes at least two scores, each a call of FullTextScore or VectorDistance (at 1:31 of the query).",
      "cosmos/rank-clause: The weights of RRF are as many literal numbers as there are scores (at 1:31 of the query).",
    ]);
  });

  it("accepts scores and their fusion", () => {
    expect(findingsOf(rankScores, "SELECT * FROM c ORDER BY RANK FullTextScore(c.note, 'a')")).toEqual([]);
    expect(
      findingsOf(
        rankScores,
        "SELECT * FROM c ORDER BY RANK RRF(FullTextScore(c.note, 'a'), VectorDistance(c.lines, [1]), [2, 1])",
      ),
    ).toEqual([]);
  });
});
