import { expect, it } from "vitest";
import { listExpressionVariables } from "./list-expression-variables.js";

it.each([
  ["$total + $tax.rate", ["tax", "total"]],
  ["$states.input.a", []],
  ["$sum($lines.qty)", ["lines"]],
  ["$map($lines, function($l) { $l.qty * $factor })", ["factor", "lines"]],
  ["($x := 1; $x + $y)", ["y"]],
  ["$lines[$.qty > $least]", ["least", "lines"]],
])("%s", (expression, expected) => {
  expect(listExpressionVariables(expression)).toEqual(expected);
});
