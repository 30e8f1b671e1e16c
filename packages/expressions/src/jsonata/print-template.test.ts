// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates and placeholders are what this file is about.
import { describe, expect, it } from "vitest";
import { array, binary, call, literal, object, placeholder, property, source, variable } from "../nodes/create.js";
import { printTemplate } from "./print-template.js";

describe("printTemplate", () => {
  it("unfolds objects and arrays and keeps constants and placeholders plain", () => {
    const node = object({
      Name: placeholder("${Name}"),
      Constant: literal({ list: [1, null, "x"] }),
      List: array([binary("+", variable("n"), literal(1)), array([]), object({ a: literal(true) })]),
      Path: property(variable("order"), "id"),
    });
    expect(printTemplate(node)).toEqual({
      Name: "${Name}",
      Constant: { list: [1, null, "x"] },
      List: ["{% $n + 1 %}", [], { a: true }],
      Path: "{% $order.id %}",
    });
  });

  it("leaves an array whose elements may be spliced or missing to the engine", () => {
    expect(printTemplate(array([variable("a"), literal(1)]))).toBe("{% [$a, 1] %}");
    expect(printTemplate(array([literal([1]), literal(2)]))).toBe("{% [1, 2] %}");
  });

  it("writes constants that would be read as expressions or placeholders as expressions", () => {
    expect(printTemplate(literal("{% x %}"))).toBe('{% "{" & "% x %" & "}" %}');
    expect(printTemplate(literal({ a: ["${x}"], b: "100%" }))).toEqual({ a: ['{% "$" & "{x}" %}'], b: "100%" });
    expect(printTemplate(literal({ "${k}": 1 }))).toBe('{% {"$" & "{k}": 1} %}');
  });

  it("keeps text written by hand as it is, and as one element, around what it reads", () => {
    const written = source(
      "$sum(",
      property(variable("order"), "lines"),
      ") & ",
      binary("+", variable("n"), literal(1)),
    );
    expect(printTemplate(written)).toBe("{% $sum($order.lines) & ($n + 1) %}");
    expect(printTemplate(array([source("$a"), literal(1)]))).toEqual(["{% $a %}", 1]);
    expect(printTemplate(binary("*", source("1 + ", variable("n")), literal(2)))).toBe("{% (1 + $n) * 2 %}");
    expect(printTemplate(property(source("$order.lines"), "qty"))).toBe("{% $order.lines.qty %}");
    expect(printTemplate(call("count", array([source("[1]")])))).toBe("{% $count([([1])]) %}");
  });

  it("leaves an object with a computed name to the engine", () => {
    expect(printTemplate({ kind: "object", entries: [{ key: variable("k"), value: literal(1) }] })).toBe(
      "{% {$k: 1} %}",
    );
  });

  it("breaks an expression of more than 100 characters over lines", () => {
    const text = (length: number): string => "x".repeat(length);
    const sum = (length: number) => binary("&", variable("a"), literal(text(length)));
    expect(printTemplate(sum(87))).toBe(`{% $a & "${text(87)}" %}`);
    expect(printTemplate(sum(88))).toBe(`{% $a\n  & "${text(88)}" %}`);
  });
});
