import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { vectorOptions } from "./vector-options.js";

describe("vectorOptions", () => {
  it("reports options outside their range", () => {
    expect(
      findingsOf(
        vectorOptions,
        "SELECT VectorDistance(c.lines, [1], false, {searchListSizeMultiplier: 0, distanceFunction: 'manhattan'}) FROM c",
      ),
    ).toEqual([
      "cosmos/vector-option: VectorDistance option searchListSizeMultiplier is 0, but must be a number from 1 to 100 (at 1:71 of the query).",
      'cosmos/vector-option: VectorDistance option distanceFunction is "manhattan", but must be one of cosine, dotproduct, euclidean (at 1:92 of the query).',
    ]);
  });

  it("accepts options in their range", () => {
    expect(
      findingsOf(
        vectorOptions,
        "SELECT VectorDistance(c.lines, [1], true, {searchListSizeMultiplier: 20, dataType: 'int8'}) FROM c",
      ),
    ).toEqual([]);
  });
});
