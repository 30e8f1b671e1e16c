import { describe, expect, it } from "vitest";
import { evaluateAlone } from "../../test/evaluate-alone.js";
import type { Json } from "../json.js";

describe("ranges", () => {
  it.each([
    ["[1..3]", [1, 2, 3]],
    ["[2..2, 5..6]", [2, 5, 6]],
    ["[3..1]", []],
    ["$states.input.none ? 1 : [1..$states.input.none]", []],
    [
      "[[1..3], [1..2]]",
      [
        [1, 2, 3],
        [1, 2],
      ],
    ],
    ["[1..3][$ > 1]", [2, 3]],
    ["$sum([-2..2])", 0],
    [
      "[1.5..2]",
      "threw an error during evaluation. T2003: The left side of the range operator (..) must evaluate to an integer",
    ],
    [
      "[1..'2']",
      "threw an error during evaluation. T2004: The right side of the range operator (..) must evaluate to an integer",
    ],
  ] as [string, Json][])("%s", async (expression, expected) => {
    expect(await evaluateAlone(expression)).toEqual(expected);
  });
});
