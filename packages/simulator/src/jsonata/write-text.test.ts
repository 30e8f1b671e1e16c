import { describe, expect, it } from "vitest";
import { evaluateAlone } from "../../test/evaluate-alone.js";
import type { Json } from "../json.js";

describe("$string and &", () => {
  it.each([
    ["$string(9007199254740991)", "9007199254740991"],
    ["$string(-1234567890123456)", "-1234567890123456"],
    ["$string(9223372036854775808)", "9223372036854776000"],
    ["$string(1e20)", "100000000000000000000"],
    ["$string(999999999999999868928)", "999999999999999900000"],
    ["$string(1e21)", "1e+21"],
    ["$string(1/3)", "0.333333333333333"],
    ["$string(0.1 + 0.2)", "0.3"],
    ["$string(1e-7)", "1e-7"],
    ["$string({'n': [1234567890123456, 0.1 + 0.2], 's': '1'})", '{"n":[1234567890123456,0.3],"s":"1"}'],
    ["$string([1], true)", "[\n  1\n]"],
    ["$string([$sum, function($x) { $x }, null])", '["","",null]'],
    ["$string($sum)", ""],
    ["$map([1e20, 1e21], $string)", ["100000000000000000000", "1e+21"]],
    ["$states.input.($string(n))", "9007199254740991"],
    ["'n' & $states.input.n", "n9007199254740991"],
    ["1/3 & [1/3]", "0.333333333333333[0.333333333333333]"],
    ["$states.input.none & $sum & null & true", "nulltrue"],
    [
      "$string(1/0)",
      "threw an error during evaluation. D3001: Attempting to invoke string function on Infinity or NaN",
    ],
    ["'' & 1/0", "threw an error during evaluation. D3001: Attempting to invoke string function on Infinity or NaN"],
    ["$string([1/0])", "threw an error during evaluation. D1001: Number out of range: null"],
    [
      "$string(1, 2)",
      'threw an error during evaluation. T0410: Argument 2 of function "string" does not match function signature',
    ],
  ] as [string, Json][])("%s", async (expression, expected) => {
    expect(await evaluateAlone(expression, { input: { n: 9_007_199_254_740_991 } })).toEqual(expected);
  });
});
