import { describe, expect, it } from "vitest";
import { evaluateAlone } from "../../test/evaluate-alone.js";
import type { Json } from "../json.js";

describe("fractions where integers are due", () => {
  it.each([
    ["$pad('x', 3.7)", "x  "],
    ["$pad('x', -3.7) & '.'", "  x."],
    ["'x' ~> $pad(2.5, '#')", "x#"],
    ["$substring('abcdef', 1.5, 2.5)", "bc"],
    ["$substring('abcdef', -2.5)", "ef"],
    ["$replace('aaaa', 'a', 'b', 1.5)", "baaa"],
    ["$replace('aaaa', /a/, function($m) { 'b' }, 2.9)", "bbaa"],
    ["$count($match('aaaa', /a/, 2.5))", 2],
    ["$split('a,b,c', ',', 1.5)", ["a"]],
    ["$split('a,b,c', /,/, 1.5)", ["a"]],
    ["$round(1.2345, 1.5)", 1.2],
    ["$round(2.5)", 2],
    ["$formatBase(100, 2.7)", "1100100"],
    [
      "$pad('x', 'y')",
      'threw an error during evaluation. T0410: Argument 2 of function "pad" does not match function signature',
    ],
  ] as [string, Json][])("%s", async (expression, expected) => {
    expect(await evaluateAlone(expression)).toEqual(expected);
  });
});

describe("$formatNumber", () => {
  it("refuses a picture without a digit", async () => {
    const problem =
      "D3086: The sub-picture must not contain a passive character that is preceded by an active character and that is followed by another active character";
    expect(await evaluateAlone("$formatNumber(1, 'x')")).toBe(`threw an error during evaluation. ${problem}`);
    expect(await evaluateAlone("$formatNumber(1234.5, '#,##0.00')")).toBe("1,234.50");
    expect(await evaluateAlone("$formatNumber(1, '0.0.0')")).toContain("D3081: ");
  });
});

describe("$base64decode", () => {
  it("fails on what is not of Base64, without telling what it was", async () => {
    expect(await evaluateAlone("$base64decode('!!!')")).toMatch(
      /^threw an internal error during evaluation\. [0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(await evaluateAlone("$base64decode('YWI=')")).toBe("ab");
    expect(await evaluateAlone("$base64decode('')")).toBe("");
  });
});
