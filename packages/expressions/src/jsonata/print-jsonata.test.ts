// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates and placeholders are what this file is about.
import jsonata from "jsonata";
import { describe, expect, it } from "vitest";
import {
  array,
  binary,
  block,
  call,
  capture,
  conditional,
  lambda,
  literal,
  negate,
  object,
  path,
  placeholder,
  property,
  regex,
  states,
  subscript,
  variable,
} from "../nodes/create.js";
import type { ExpressionNode } from "../nodes/expression-node.js";
import { printJsonata } from "./print-jsonata.js";

const [a, b, c] = [variable("a"), variable("b"), variable("c")];

describe("printJsonata", () => {
  const printed: readonly (readonly [ExpressionNode, string])[] = [
    [binary("-", a, binary("-", b, c)), "$a - ($b - $c)"],
    [binary("-", binary("-", a, b), c), "$a - $b - $c"],
    [binary("&", a, binary("&", b, c)), "$a & $b & $c"],
    [binary("+", a, binary("&", b, c)), "$a + ($b & $c)"],
    [binary("*", binary("+", a, b), c), "($a + $b) * $c"],
    [binary("and", binary("or", a, b), binary("and", b, c)), "($a or $b) and $b and $c"],
    [binary("=", conditional(a, b, c), literal(1)), "($a ? $b : $c) = 1"],
    [
      conditional(conditional(a, b, c), conditional(a, b, c), conditional(a, b, c)),
      "($a ? $b : $c) ? ($a ? $b : $c) : $a ? $b : $c",
    ],
    [negate(binary("+", a, b)), "-($a + $b)"],
    [negate(negate(a)), "-(-$a)"],
    [binary("-", a, literal(-5)), "$a - -5"],
    [binary("*", literal(-5), a), "-5 * $a"],
    [property(literal(-5), "x"), "(-5).x"],
    [path(states("context"), "Execution", "Input"), "$states.context.Execution.Input"],
    [path(a, "and", "b-c", "ok_1", "ein Wort", "function"), "$a.`and`.`b-c`.ok_1.`ein Wort`.`function`"],
    [property(a, "tick`"), '$lookup($a, "tick`")'],
    [property(a, "${x}"), '$lookup($a, "$" & "{x}")'],
    [placeholder("arn:${Partition}:x"), '"arn:${Partition}:x"'],
    [literal("a${b}%{c}{%d%}"), '"a$" & "{b}%" & "{c}{" & "%d%" & "}"'],
    [binary("=", literal("${"), a), '"$" & "{" = $a'],
    [call("uppercase", literal("${")), '$uppercase("$" & "{")'],
    [literal({ "a\n": [1, { b: null }], "\u0001": true }), '{"a\\n": [1, {"b": null}], "\\u0001": true}'],
    [array([a, literal([1, [2]]), array([b])]), "[$a, 1, [2], [$b]]"],
    [array([subscript(array([a]), literal(0))]), "[([$a][0])]"],
    [property(subscript(array([a]), literal(0)), "x"), "([$a][0]).x"],
    [subscript(binary("+", a, b), literal(0)), "($a + $b)[0]"],
    [call(lambda(["x"], variable("x")), literal(1)), "(function($x) { $x })(1)"],
    [block([{ name: "v", value: a }], binary("+", variable("v"), b)), "($v := $a; $v + $b)"],
    [call("replace", a, regex("^a+"), literal("")), '$replace($a, /^a+/, "")'],
    [object({}), "{}"],
    [Object.freeze({ ...call("map", a, b), keepArray: true as const }), "$map($a, $b)[]"],
  ];

  it.each(printed.map(([node, text]) => ({ node, text })))("prints $text", ({ node, text }) => {
    expect(printJsonata(node)).toBe(text);
    expect(() => jsonata(text)).not.toThrow();
  });

  it("throws for a capture that nobody replaced", () => {
    expect(() => printJsonata(capture("LIMIT"))).toThrow('"LIMIT"');
  });
});
