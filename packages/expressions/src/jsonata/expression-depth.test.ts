import { expect, it } from "vitest";
import { array, binary, block, call, conditional, lambda, literal, object, path, variable } from "../nodes/create.js";
import type { ExpressionNode } from "../nodes/expression-node.js";
import { expressionDepth, maxExpressionDepth } from "./expression-depth.js";

function sumOf(terms: number): ExpressionNode {
  let sum: ExpressionNode = literal(1);
  for (let count = 1; count < terms; count++) sum = binary("+", sum, literal(1));
  return sum;
}

it("puts a sum of 100 terms at the limit of Step Functions and one of 101 above it", () => {
  expect(expressionDepth(sumOf(100))).toBe(maxExpressionDepth);
  expect(expressionDepth(sumOf(101))).toBeGreaterThan(maxExpressionDepth);
});

it("counts a path as one level above its steps, and parentheses as a level", () => {
  const x = variable("x");
  expect(expressionDepth(path(x, "a", "b", "c"))).toBe(2);
  expect(expressionDepth(path(array([x]), "a"))).toBe(3);
  expect(expressionDepth(binary("*", binary("+", x, x), x))).toBe(4);
  expect(expressionDepth(literal({ a: [1] }))).toBe(3);
  expect(expressionDepth(object({ a: conditional(x, x, array([])) }))).toBe(3);
  expect(expressionDepth(call("map", x, lambda(["y"], block([{ name: "z", value: x }], x))))).toBe(5);
});
