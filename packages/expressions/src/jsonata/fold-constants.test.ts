import { describe, expect, it } from "vitest";
import {
  absent,
  array,
  binary,
  call,
  capture,
  conditional,
  lambda,
  literal,
  negate,
  object,
  path,
  scope,
  subscript,
  variable,
} from "../nodes/create.js";
import type { ExpressionNode } from "../nodes/expression-node.js";
import { foldConstants, isConstant } from "./fold-constants.js";

const a = variable("a");
const rates = literal({ eu: { vat: 0.2 }, list: [1, [2]] });

describe("foldConstants", () => {
  const folded: readonly (readonly [title: string, node: ExpressionNode, result: ExpressionNode])[] = [
    ["members of constants", path(rates, "eu", "vat"), literal(0.2)],
    ["members of constructors", path(object({ x: array([a]), y: literal(1) }), "x"), array([a])],
    ["missing members", path(rates, "us", "vat"), absent],
    ["elements of constants", subscript(path(rates, "list"), literal(-1)), literal([2])],
    [
      "a default of what is missing",
      conditional(binary("!=", path(rates, "us"), literal(null)), path(rates, "us"), literal(1)),
      literal(1),
    ],
    ["existence", call("exists", path(rates, "us")), literal(false)],
    [
      "arithmetic",
      binary("*", negate(literal(2)), binary("+", literal(0.1), literal(0.2))),
      literal(-0.6000000000000001),
    ],
    ["concatenation of texts", binary("&", literal("a"), literal("b")), literal("ab")],
    ["comparison", binary("<", literal("a"), literal("b")), literal(true)],
    ["logic with a constant", binary("and", literal(true), a), a],
    ["logic that is decided", binary("or", literal(true), a), literal(true)],
    ["negation", call("not", literal(true)), literal(false)],
    ["lengths", call("count", literal([1, 2])), literal(2)],
  ];
  it.each(folded.map(([title, node, result]) => ({ title, node, result })))("computes $title", ({ node, result }) => {
    expect(foldConstants(node)).toEqual(result);
  });

  const kept: readonly ExpressionNode[] = [
    binary("/", literal(1), literal(0)),
    binary("&", literal(1), literal("a")),
    binary("=", literal([1]), literal([1])),
    path(literal([{ x: 1 }]), "x"),
    conditional(literal("x"), a, a),
  ];
  it("leaves what the engine might see otherwise", () => {
    for (const node of kept) expect(foldConstants(node)).toEqual(node);
  });

  it("splices an array that a constant condition lets into another array", () => {
    const node = array([literal(1), conditional(literal(true), array([a]), array([]))]);
    expect(foldConstants(node)).toEqual(array([literal(1), a]));
    expect(foldConstants(conditional(literal(true), array([a]), a))).toEqual(array([a]));
    const member = object({ x: conditional(literal(true), array([a]), a) });
    expect(foldConstants(member)).toEqual(object({ x: array([a]) }));
  });
});

describe("isConstant", () => {
  it("is true only of what reads nothing", () => {
    expect(isConstant(object({ x: array([literal(1), binary("+", literal(1), literal(2))]) }))).toBe(true);
    for (const node of [a, scope("s"), capture("c"), call("now"), lambda(["x"], variable("x"))]) {
      expect(isConstant(object({ x: node }))).toBe(false);
    }
  });
});
