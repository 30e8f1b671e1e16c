import { describe, expect, it } from "vitest";
import type { Json } from "../json.js";
import { SeededRandom } from "../random.js";
import type { ExpressionScope } from "./evaluate-expression.js";
import { evaluateTemplate } from "./evaluate-template.js";

function createScope(): ExpressionScope {
  const settings = { random: new SeededRandom(0), nowMs: () => Date.UTC(2030, 0, 2, 3, 4, 5), maxSteps: 100_000 };
  const variables: Record<string, Json> = { total: 12, lines: [{ sku: "a" }], count: 3 };
  return { settings, states: () => ({ input: { a: [1, 2], nothing: null } }), variable: (name) => variables[name] };
}

async function evaluate(template: Json): Promise<Json> {
  return evaluateTemplate(template, "Output", createScope());
}

describe("templates", () => {
  it("evaluates expressions at any depth and leaves the rest", async () => {
    const template = {
      "{% $total %}": "names stay",
      sum: "{% $sum($states.input.a) %}",
      list: ["{% $total %}", { deep: "{%$lines[0].sku%}" }, " {% $total %} ", "{% $total", 1, null],
    };
    expect(await evaluate(template)).toEqual({
      "{% $total %}": "names stay",
      sum: 3,
      list: [12, { deep: "a" }, " {% $total %} ", "{% $total", 1, null],
    });
  });

  it("names the field that failed", async () => {
    await expect(evaluate({ a: { b: ["x", "{% $missing %}"] } })).rejects.toMatchObject({
      error: "States.QueryEvaluationError",
      location: "Output/a/b[1]",
      causeText:
        "The JSONata expression '$missing' specified for the field 'Output/a/b[1]' returned nothing (undefined).",
    });
  });
});

describe("results", () => {
  it.each([
    ["$states.input.nothing", null],
    ["1/0", "Infinity"],
    ["-1/0", "-Infinity"],
    ["0/0", "NaN"],
    ["-0", 0],
    ["$states.input.a[$ > 1]", 2],
    ["$states.input.a[$ > 5][]", []],
    ["$map([1..3], function($n) { $n * 2 })", [2, 4, 6]],
    ['{"a": $missing, "b": 1}', { b: 1 }],
  ] as [string, Json][])("%s gives %j", async (expression, expected) => {
    const value = await evaluate(`{% ${expression} %}`).catch((error: { causeText: string }) => error.causeText);
    if (expression.endsWith("[]")) expect(value).toContain("returned nothing");
    else expect(value).toEqual(expected);
  });

  it.each([
    ["function($x) { $x }", "returned an unsupported result type."],
    ["$sum", "returned an unsupported result type."],
    ["[1, $sum]", "returned an unsupported result type."],
    ["/a/", "returned an unsupported result type."],
    ["$eval('1')", "threw an error during evaluation. T1006: Attempted to invoke a non-function"],
    ["1 + 'a'", "threw an error during evaluation. T2002: "],
    ["1 +", "threw an error during evaluation. S0207: "],
  ])("%s %s", async (expression, problem) => {
    await expect(evaluate(`{% ${expression} %}`)).rejects.toThrow(
      `The JSONata expression '${expression}' specified for the field 'Output' ${problem}`,
    );
  });

  it("does not hide built-in functions behind variables that an expression does not read", async () => {
    expect(await evaluate("{% $string($total) %}")).toBe("12");
  });
});

describe("functions of Step Functions", () => {
  it.each([
    ["$partition([1..5], 2)", [[1, 2], [3, 4], [5]]],
    ["$partition([0], 2)", [[0]]],
    ["$partition([1, 2])", [[1, 2]]],
    ["$range(1, 9, 4)", [1, 5, 9]],
    ["$pad('é', 5, 'ab')", "éabab"],
    ["$pad('x', -3)", "  x"],
    ["$pad('xyz', 2, '#') & $pad('a', 2, '')", "xyza "],
    ["['p', 'q'].$pad(-2, '#')", ["#p", "#q"]],
    ["$length($pad($pad('', 131072, 'x'), 262145, 'é'))", 262145],
    ["$range(5, 1, -2)", [5, 3, 1]],
    ["$range(1, 9, 9)", 1],
    ["$hash('abc', 'SHA-256')", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    ["$random(42)", 0.7275636800328681],
    ['$parse("{\\"a\\": [1, -0]}")', { a: [1, 0] }],
    [`$parse($string({'a": ': '\\"b\\": ', 'c': [{'a': 1}, {'a': 2}]})).c.a`, [1, 2]],
    ["$millis()", Date.UTC(2030, 0, 2, 3, 4, 5)],
    ["$now()", "2030-01-02T03:04:05.000Z"],
    ["$now('[Y]-[M01]')", "2030-01"],
  ] as [string, Json][])("%s", async (expression, expected) => {
    expect(await evaluate(`{% ${expression} %}`)).toEqual(expected);
  });

  it("makes UUIDs and random numbers that are equal for equal seeds", async () => {
    expect(await evaluate("{% $uuid() %}")).toMatch(/^[0-9a-f-]{36}$/);
    expect(await evaluate("{% $uuid() %}")).toBe(await evaluate("{% $uuid() %}"));
    expect(await evaluate("{% $random() %}")).toBe(await evaluate("{% $random() %}"));
  });

  it.each([
    "$partition([1], 0)",
    "$partition([], 1)",
    "$range(1, 5)",
    "$range(1, 5, -1)",
    "$range(1, 5, 0)",
    "$hash('a')",
  ])("%s gives nothing", async (expression) => {
    await expect(evaluate(`{% ${expression} %}`)).rejects.toThrow("returned nothing (undefined).");
  });

  it.each([
    ["$partition(1, 2)", '. T0412: Argument 1 of function "partition" must be an array of undefined'],
    ["$partition([1], 'a')", '. T0410: Argument 2 of function "partition" does not match function signature'],
    ["$partition([1], -1)", ". D3137: Second argument must be zero or greater"],
    ["$range()", '. T0410: Argument 1 of function "range" does not match function signature'],
    ["$range(1)", '. T0410: Argument 2 of function "range" does not match function signature'],
    ["$range(1, 2, '3')", '. T0410: Argument 3 of function "range" does not match function signature'],
    ["$pad('', 262145, 'x')", ": Expression evaluation memory limit exceeded: Check for excessive memory usage"],
    ["$range(0, 360145, 1)", ": Expression evaluation memory limit exceeded: Check for excessive memory usage"],
    ["$hash(1, 'MD5')", '. T0410: Argument 1 of function "hash" does not match function signature'],
    ["$hash('a', 'sha-1')", ". D3137: Hash algorithm 'sha-1' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5"],
    ["$parse(null)", '. T0410: Argument 1 of function "parse" does not match function signature'],
    ["$parse('')", ". D3137: Invalid JSON"],
    ["$parse('[1e400]')", ". D3137: Invalid JSON"],
    [`$parse('[{"a": 1, "b": {}, "a" : 1}]')`, ". D3137: Invalid JSON"],
    ["$uuid('x')", '. T0410: Argument 1 of function "uuid" does not match function signature'],
    ["$random(1, 2)", '. T0410: Argument 2 of function "random" does not match function signature'],
  ])("%s fails as Step Functions does", async (expression, problem) => {
    await expect(evaluate(`{% ${expression} %}`)).rejects.toMatchObject({
      error: "States.QueryEvaluationError",
      causeText: `The JSONata expression '${expression}' specified for the field 'Output' threw an error during evaluation${problem}`,
    });
  });
});
