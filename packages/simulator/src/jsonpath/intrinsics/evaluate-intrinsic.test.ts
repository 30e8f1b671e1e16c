import { describe, expect, it } from "vitest";
import type { Json } from "../../json.js";
import { SeededRandom } from "../../random.js";
import { VariableScope } from "../../variable-scope.js";
import { evaluateIntrinsic } from "./evaluate-intrinsic.js";

function evaluate(text: string, input: Json = {}): Json {
  const variables = new VariableScope();
  variables.assign({ who: "you" });
  return evaluateIntrinsic(text, {
    input,
    context: () => ({ Execution: { Name: "run" } }),
    variables,
    random: new SeededRandom(0),
  });
}

const input = { list: [3, 1, 3, { a: [1] }, { a: [1] }], deep: { n: 2.5, "a,b": "c" }, text: "x y" };

describe("intrinsic functions", () => {
  it.each([
    ["States.Array('a', 1, -2.5, null, true, $.text, $who)", ["a", 1, -2.5, null, true, "x y", "you"]],
    ["States.Array()", []],
    ["States.ArrayPartition($.list, 2)", [[3, 1], [3, { a: [1] }], [{ a: [1] }]]],
    ["States.ArrayContains($.list, 1)", true],
    ["States.ArrayContains($.list, 4)", false],
    ["States.ArrayRange(1, 9, 3)", [1, 4, 7]],
    ["States.ArrayRange(3, 1, -1)", [3, 2, 1]],
    ["States.ArrayRange(3, 1, 1)", []],
    ["States.ArrayRange(1.6, 3.9, 1.9)", [1, 2, 3]],
    ["States.ArrayRange(-0.6, 1, 1)", [0, 1]],
    ["States.ArrayGetItem($.list, 1)", 1],
    ["States.ArrayGetItem($.list, 1.9)", 1],
    ["States.ArrayLength($.list)", 5],
    ["States.ArrayUnique($.list)", [3, 1, { a: [1] }]],
    ["States.Base64Encode('grün')", "Z3LDvG4="],
    ["States.Base64Decode('Z3LDvG4=')", "grün"],
    ["States.Base64Decode(' Z3LD vG§4 ')", "grün"],
    ["States.Hash('abc', 'SHA-1')", "a9993e364706816aba3e25717850c26c9cd0d89d"],
    ["States.Hash('abc', 'MD5')", "900150983cd24fb0d6963f7d28e17f72"],
    ["States.JsonMerge($.deep, States.StringToJson('{\"n\":1}'), false)", { n: 1, "a,b": "c" }],
    ["States.StringToJson('[1, {\"a\": null}]')", [1, { a: null }]],
    ['States.StringToJson(\'"a \\"b\\" c"\')', 'a "b" c'],
    ["States.StringToJson('')", null],
    ["States.StringToJson('-0')", 0],
    ["States.JsonToString($.deep)", '{"n":2.5,"a,b":"c"}'],
    ["States.MathAdd(1.49, 1.5)", 3],
    ["States.MathAdd(-1.5, 0)", -1],
    ["States.MathAdd(-0.5, 0.5)", 1],
    ["States.StringSplit('a-b_c', '-_')", ["a", "b", "c"]],
    ["States.StringSplit(',,a,', ',')", ["a"]],
    ["States.StringSplit(',,,', ',')", []],
    ["States.Format('{} and {}', 1, $.text)", "1 and x y"],
    ["States.Format('{}', $.list)", "[3, 1, 3, {a=[1]}, {a=[1]}]"],
    ["States.Format('\\{\\} it\\'s {}', $$.Execution.Name)", "{} it's run"],
    ["States.Format('{}', $.deep['a,b'])", "c"],
    ["States.Format('{}', States.MathAdd(1, States.ArrayLength($.list)))", "6"],
  ] as [string, Json][])("%s", (text, expected) => {
    expect(evaluate(text, input)).toEqual(expected);
  });

  it.each([
    ["States.MathRandom(-5, 5, 42)", -5],
    ["States.MathRandom(0, 1000, 42)", 130],
    ["States.MathRandom(0, 999, 3)", 239],
    ["States.MathRandom(0, 16, 42)", 11],
    ["States.MathRandom(0, 2147483647, 42)", 1562431130],
    ["States.MathRandom(0, 1073741825, 6)", 793506876],
  ] as [string, Json][])("%s is what Java's Random gives", (text, expected) => {
    expect(evaluate(text)).toBe(expected);
  });

  it("draws numbers in the range, equal for equal seeds, and UUIDs", () => {
    const drawn = evaluate("States.MathRandom(5, 8, 11)") as number;
    expect(evaluate("States.MathRandom(5, 8, 11)")).toBe(drawn);
    expect([5, 6, 7]).toContain(drawn);
    expect(evaluate("States.UUID()")).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("refusals", () => {
  it.each([
    ["States.ArrayGetItem($.list, 9)", "Invalid arguments in States.ArrayGetItem"],
    ["States.ArrayGetItem($.list, -1)", "Invalid arguments in States.ArrayGetItem"],
    ["States.ArrayLength('x')", "Invalid arguments in States.ArrayLength"],
    ["States.ArrayPartition($.list, 0.6)", "Invalid arguments in States.ArrayPartition"],
    ["States.ArrayRange(1, 5, 0.49)", "Invalid arguments in States.ArrayRange"],
    ["States.ArrayRange(1, 5000, 1)", "Invalid arguments in States.ArrayRange"],
    [
      "States.Format('{}', 1, 2)",
      "Invalid arguments in States.Format: number of arguments do not match the occurrences of {}.",
    ],
    ["States.Format('{} {}', 1)", "number of arguments do not match"],
    ["States.Format('{ {}', 1)", "Invalid template in States.Format: matching '}' not found for '{'."],
    ["States.Format('{}}', 1)", "Invalid template in States.Format: matching '{' not found for '}'."],
    ["States.Hash('a', 'SHA-3')", "Invalid arguments in States.Hash"],
    ["States.JsonMerge($.deep, $.deep, true)", "Invalid arguments in States.JsonMerge"],
    ["States.JsonMerge(1, $.deep, false)", "Invalid arguments in States.JsonMerge"],
    ["States.MathAdd('1', 2)", "Invalid arguments in States.MathAdd"],
    ["States.MathRandom(1.4, 1.6)", "Invalid arguments in States.MathRandom"],
    ["States.StringSplit(false, ',')", "Invalid arguments in States.StringSplit"],
    ["States.StringToJson('{')", "Invalid arguments in States.StringToJson"],
    ["States.Nothing()", "Invalid arguments in States.Nothing"],
    ["States.ArrayLength()", "Invalid arguments in States.ArrayLength"],
    [
      "States.ArrayLength($.text.no)",
      "The JsonPath argument for the field '$.text.no' could not be found in the input",
    ],
    ["States.Array(States.MathAdd('1', 2))", "Array(States.MathAdd('1', 2)). Invalid arguments in States.MathAdd"],
  ])("%s %s", (text, problem) => {
    expect(() => evaluate(text, input)).toThrow(problem);
    expect(() => evaluate(text, input)).toThrow(
      `States.Runtime: There was an error while evaluating the intrinsic function: ${text}. `,
    );
  });

  it.each(["States.Format('open", "States.Format(1", "States.Format(1) x", "Format(1)", "States.Format(x)"])(
    "cannot read %s",
    (text) => {
      expect(() => evaluate(text)).toThrow("cannot be read");
    },
  );
});
