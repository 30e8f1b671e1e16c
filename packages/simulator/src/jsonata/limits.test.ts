import { describe, expect, it } from "vitest";
import { evaluateAlone } from "../../test/evaluate-alone.js";
import { simulate } from "../simulate.js";

const stack =
  "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive";
const memory = "Expression evaluation memory limit exceeded: Check for excessive memory usage";
const time = "Expression evaluation timeout: Check for infinite loop";

/** What an expression gives, or the error that it throws. */
async function evaluate(expression: string, expressionSteps?: number): Promise<unknown> {
  const value = await evaluateAlone(expression, expressionSteps === undefined ? {} : { expressionSteps });
  return typeof value === "string" ? value.replace("threw an error during evaluation: ", "") : value;
}

/** So many times `before`, then `middle`, then as often `after`. */
function nest(levels: number, before: string, middle: string, after: string): string {
  return before.repeat(levels) + middle + after.repeat(levels);
}

describe("depth", () => {
  it.each([
    ["sums", (levels: number) => `1${"+1".repeat(levels)}`, 100],
    ["parentheses", (levels: number) => nest(levels, "(", "1", ")"), 1],
    ["chains of functions", (levels: number) => `1${"~>$string".repeat(levels)}`, "1"],
    ["calls", (levels: number) => nest(levels, "$string(", "1", ")"), "1"],
    ["joined texts", (levels: number) => `'a'${" & ''".repeat(levels)}`, "a"],
    ["conditions", (levels: number) => nest(levels, "true ? ", "1", " : 0"), 1],
  ])("%s may have a hundred levels", async (_title, write, value) => {
    expect(await evaluate(write(99))).toBe(value);
    expect(await evaluate(write(100))).toBe(stack);
  });

  it("lists and objects may have a hundred levels, with and without others beside them", async () => {
    expect(await evaluate(`$count(${nest(98, "[", "1", "]")})`)).toBe(1);
    expect(await evaluate(`$count(${nest(99, "[", "1", "]")})`)).toBe(stack);
    expect(await evaluate(`$count(${nest(98, "[1,", "1", ",2]")})`)).toBe(3);
    expect(await evaluate(`$count(${nest(99, "[1,", "1", ",2]")})`)).toBe(stack);
    expect(await evaluate(`$count(${nest(98, "{'a': 1, 'b': ", "1", ", 'c': 2}")})`)).toBe(1);
    expect(await evaluate(`$count(${nest(99, "{'a': 1, 'b': ", "1", ", 'c': 2}")})`)).toBe(stack);
  });

  it("counts only what is evaluated", async () => {
    expect(await evaluate(`false ? ${nest(200, "(", "1", ")")} : 2`)).toBe(2);
  });

  it("counts the calls of a function by itself", async () => {
    const count = (calls: number) => `($f := function($n) { $n <= 0 ? 0 : 1 + $f($n - 1) }; $f(${calls}))`;
    expect(await evaluate(count(31))).toBe(31);
    expect(await evaluate(count(32))).toBe(stack);
  });

  it("does not count what a function calls last", async () => {
    expect(await evaluate("($f := function($n, $sum) { $n = 0 ? $sum : $f($n - 1, $sum + $n) }; $f(500, 0))")).toBe(
      125_250,
    );
  });

  it("counts each member of lists and objects for itself", async () => {
    const member = nest(40, "[", "$f($n - 1)", "]");
    const tree = (make: string) => `($f := function($n) { $n = 0 ? 'leaf' : ${make} }; $string($f(2)))`;
    const leaves = (text: unknown) => String(text).match(/leaf/g)?.length;
    expect(leaves(await evaluate(tree(`[${member}, ${member}, ${member}]`)))).toBe(9);
    expect(leaves(await evaluate(tree(`{'a': ${member}, 'b': ${member}, 'c': ${member}}`)))).toBe(9);
    expect(leaves(await evaluate(tree(`[{'k': 'a'}, {'k': 'b'}, {'k': 'c'}]{k: ${member}}`)))).toBe(9);
  });

  it("counts what a chain of functions and a transform do", async () => {
    const chain = (levels: number) => `($g := $uppercase ~> $lowercase; ${nest(levels, "$g(", "'A'", ")")})`;
    expect(await evaluate(chain(97))).toBe("a");
    expect(await evaluate(chain(98))).toBe(stack);
    const transform = (levels: number) =>
      `($t := |a|{'b': ${nest(60, "(", "1", ")")}}|; ${nest(levels, "(", "$t({'a': {}}).a.b", ")")})`;
    expect(await evaluate(transform(30))).toBe(1);
    expect(await evaluate(transform(60))).toBe(stack);
  });
});

describe("memory", () => {
  it("a range has at most 873,782 numbers", async () => {
    expect(await evaluate("[1..873782] ~> $count()")).toBe(873_782);
    expect(await evaluate("[1..873783] ~> $count()")).toBe(memory);
    expect(await evaluate("$sum([-5..9999999999])")).toBe(memory);
  });

  it("$range gives at most 360,145 numbers", async () => {
    expect(await evaluate("$count($range(1, 360145, 1))")).toBe(360_145);
    expect(await evaluate("$count($range(1, 360146, 1))")).toBe(memory);
  });

  it("a text may be doubled 22 times", async () => {
    const double = (times: number) =>
      `($f := function($s, $n) { $n = 0 ? $s : $f($s & $s, $n - 1) }; $length($f('x', ${times})))`;
    expect(await evaluate(double(22))).toBe(4_194_304);
    expect(await evaluate(double(23))).toBe(memory);
  });

  it("what Node.js cannot hold is too large", async () => {
    expect(await evaluate("$pad('x', 1e12)")).toBe(memory);
  });
});

describe("time", () => {
  it("ends an expression that has no end", async () => {
    expect(await evaluate("($f := function() { $f() }; $f())", 1000)).toBe(time);
  });

  it("ends one that takes long without calling itself", async () => {
    const product = "$map([1..100], function($a) { $map([1..100], function($b) { $a * $b }) })";
    expect(await evaluate(`$count(${product})`)).toBe(100);
    expect(await evaluate(`$count(${product})`, 10_000)).toBe(time);
  });
});

it("is an error that catchers know", async () => {
  const definition = {
    QueryLanguage: "JSONata",
    StartAt: "Both",
    States: {
      Both: {
        Type: "Parallel",
        Branches: [{ StartAt: "S", States: { S: { Type: "Pass", Output: "{% [1..1000000] %}", End: true } } }],
        Catch: [{ ErrorEquals: ["States.QueryEvaluationError"], Next: "Caught" }],
        End: true,
      },
      Caught: { Type: "Succeed", Output: "caught" },
    },
  };
  expect(await simulate(definition, {})).toMatchObject({ status: "SUCCEEDED", output: "caught" });
});
