import jsonata from "jsonata";
import { describe, expect, it } from "vitest";
import {
  absent,
  array,
  binary,
  block,
  call,
  conditional,
  lambda,
  literal,
  object,
  path,
  variable,
} from "../nodes/create.js";
import type { ExpressionNode } from "../nodes/expression-node.js";
import { printJsonata } from "./print-jsonata.js";

const [order, line] = [variable("order"), variable("line")];
const lines = path(order, "lines");
const long = (name: string): ExpressionNode => path(variable(name), "member");

describe("an expression that is longer than a line", () => {
  const broken: readonly (readonly [title: string, node: ExpressionNode, width: number, text: string])[] = [
    [
      "stands on one line where it fits, to the last character",
      binary("+", variable("aaaa"), variable("bbbb")),
      13,
      "$aaaa + $bbbb",
    ],
    ["is broken before operators", binary("+", variable("aaaa"), variable("bbbb")), 12, "$aaaa\n  + $bbbb"],
    [
      "has operands of one precedence beneath each other, and others on a line",
      binary("+", binary("-", long("a"), binary("*", long("b"), long("c"))), long("d")),
      26,
      "$a.member\n  - $b.member * $c.member\n  + $d.member",
    ],
    [
      "keeps the head of a function with its call",
      array([call("map", lines, lambda(["line"], object({ sku: path(line, "sku"), qty: path(line, "qty") })))]),
      50,
      '[$map($order.lines, function($line) {\n  {"sku": $line.sku, "qty": $line.qty}\n})]',
    ],
    [
      "keeps what follows a function with its end",
      call("reduce", lines, lambda(["sum", "line"], binary("+", variable("sum"), path(line, "qty"))), literal(0)),
      50,
      "$reduce($order.lines, function($sum, $line) {\n  $sum + $line.qty\n}, 0)",
    ],
    [
      "has arguments of their own lines where none of them is a function",
      call("append", long("first"), long("second")),
      24,
      "$append(\n  $first.member,\n  $second.member\n)",
    ],
    [
      "has the branches of a conditional beneath its condition",
      conditional(call("exists", long("a")), long("b"), long("c")),
      30,
      "$exists($a.member)\n  ? $b.member\n  : $c.member",
    ],
    [
      "has the cases of a chain beneath each other",
      conditional(variable("a"), literal("one"), conditional(variable("b"), literal("two"), literal("three"))),
      20,
      '$a ? "one"\n: $b ? "two"\n: "three"',
    ],
    [
      "has bindings on lines of their own",
      block([{ name: "first", value: long("a") }], conditional(variable("first"), long("b"), absent)),
      30,
      "(\n  $first := $a.member;\n  $first ? $b.member\n)",
    ],
    [
      "has members on lines of their own",
      object({ first: long("a"), second: literal([1, 2]) }),
      30,
      '{\n  "first": $a.member,\n  "second": [1, 2]\n}',
    ],
  ];

  it.each(broken.map(([title, node, width, text]) => ({ title, node, width, text })))(
    "$title",
    ({ node, width, text }) => {
      expect(printJsonata(node, { width })).toBe(text);
      // To the parser it is the same.
      const [one, other] = [text, printJsonata(node)].map((each) => withoutPositions(jsonata(each).ast()));
      expect(one).toEqual(other);
    },
  );

  it("leaves room for what stands before and after it", () => {
    const sum = binary("+", variable("aaaa"), variable("bbbb"));
    expect(printJsonata(sum, { width: 20, before: 4, after: 3 })).toBe("$aaaa + $bbbb");
    expect(printJsonata(sum, { width: 20, before: 4, after: 4 })).toBe("$aaaa\n  + $bbbb");
  });
});

function withoutPositions(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === "position" ? undefined : value)));
}
