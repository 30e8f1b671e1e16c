import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analysePlain, parseAndAnalyse } from "./analyse-jsonata.js";

const name = fc.constantFrom("input", "total", "a1", "_x", "and", "in", "null", "states");
const variable = fc.constantFrom("$states", "$order", "$x1", "$count", "$eval", "$sum", "$_a");
const spaced = (text: string) => fc.constantFrom("", " ", "\n ").map((space) => `${space}${text}${space}`);
const { expression } = fc.letrec<{ expression: string; operand: string }>((tie) => ({
  operand: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("1", "0.5", "12", '"text"', "'it'", "true", "null", '""', "[]", "{}"),
    fc.tuple(variable, fc.array(name, { maxLength: 3 })).map(([root, names]) => [root, ...names].join(".")),
    fc.tuple(variable, fc.constantFrom("[0]", "[-1].a", ".a[2].b")).map(([root, path]) => `${root}${path}`),
    fc
      .tuple(variable, fc.array(tie("expression"), { maxLength: 3 }))
      .map(([root, all]) => `${root}(${all.join(", ")})`),
    fc.array(tie("expression"), { minLength: 1, maxLength: 3 }).map((all) => `[${all.join(",")}]`),
    tie("expression").map((inner) => `(${inner})`),
    tie("expression").map((inner) => `{ "k": ${inner}, 'l': 1 }`),
    tie("operand").map((inner) => `-${inner}`),
  ),
  expression: fc.oneof(
    { depthSize: "small" },
    tie("operand"),
    fc
      .tuple(
        tie("operand"),
        fc.constantFrom("+", "-", "*", "/", "%", "&", "=", "!=", "<", "<=", " and ", " or ", " in ").chain(spaced),
        tie("expression"),
      )
      .map((parts) => parts.join("")),
    fc.tuple(tie("operand"), tie("expression"), tie("expression")).map(([a, b, c]) => `${a} ? ${b} : ${c}`),
  ),
}));

describe("analysePlain", () => {
  it("finds in plain expressions what the parser's tree tells", () => {
    let plain = 0;
    fc.assert(
      fc.property(expression, (source) => {
        const analysis = analysePlain(source);
        if (!analysis) return;
        plain++;
        expect(analysis).toEqual(parseAndAnalyse(source));
      }),
      { numRuns: 2000 },
    );
    expect(plain).toBeGreaterThan(500);
  });

  it("takes nothing that the parser refuses, or reads in another way", () => {
    const pieces = [
      ..."()[]{}.,:?$+-*/%&=<>!~^@#|`\"'\\ \n1x",
      "..",
      ":=",
      "~>",
      "**",
      "//",
      "/*",
      "and",
      "$a",
      "true",
      "??",
    ];
    fc.assert(
      fc.property(expression, fc.nat(), fc.nat(3), fc.constantFrom(...pieces), (source, place, removed, piece) => {
        const at = place % (source.length + 1);
        const changed = source.slice(0, at) + piece + source.slice(at + removed);
        const analysis = analysePlain(changed);
        if (analysis) expect(analysis, changed).toEqual(parseAndAnalyse(changed));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    "total",
    "$",
    "$$",
    "$.a",
    "*",
    "$x.*",
    "$x[a = 1]",
    "$x{ 'a': b }",
    "$map($x, function($v) { $v })",
    "1e400",
    "/a/",
  ])("leaves %s to the parser", (source) => expect(analysePlain(source)).toBeUndefined());

  it("leaves what may nest too deeply to the parser", () => {
    const sum = (terms: number) => Array.from({ length: terms }, () => "1").join(" + ");
    expect(analysePlain(sum(90))).toBeDefined();
    expect(analysePlain(sum(91))).toBeUndefined();
    expect(parseAndAnalyse(sum(100)).isTooDeep).toBe(false);
    expect(parseAndAnalyse(sum(101)).isTooDeep).toBe(true);
  });
});
