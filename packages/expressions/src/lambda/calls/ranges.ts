import type ts from "#typescript";
import { absent, binary, call, conditional, literal } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { integerFacts } from "../integers.js";
import type { Lowering } from "../lowering.js";
import { lowerNumberOperand } from "../syntax/operators.js";
import { argumentsOf } from "./callbacks.js";

/** Positions from `from` on and before `to`; undefined where that end is open. */
export interface Range {
  readonly from: ExpressionNode | undefined;
  readonly to: ExpressionNode | undefined;
}

/** The arguments of `slice`: negative ones count from the end, fractions are cut off. */
export function lowerRange(
  node: ts.CallExpression,
  length: ExpressionNode,
  lowering: Lowering,
  build: (range: Range) => ExpressionNode,
): ExpressionNode {
  const found = argumentsOf(node, 0, 2, lowering);
  if (!found) return absent;
  const [start, end] = found;
  const withEnd = (from: ExpressionNode | undefined): ExpressionNode =>
    end ? lowerEnd(end, length, lowering, (to) => build({ from, to })) : build({ from, to: undefined });
  if (start === undefined) return withEnd(undefined);
  return lowerEnd(start, length, lowering, (from) =>
    withEnd(from.kind === "literal" && from.value === 0 ? undefined : from),
  );
}

function lowerEnd(
  source: ts.Expression,
  length: ExpressionNode,
  lowering: Lowering,
  build: (end: ExpressionNode) => ExpressionNode,
): ExpressionNode {
  const value = lowerNumberOperand(source, "slice", lowering);
  const facts = integerFacts(source, lowering);
  if (value.kind === "literal" && typeof value.value === "number" && Number.isInteger(value.value)) {
    return build(value.value < 0 ? binary("-", length, literal(-value.value)) : literal(value.value));
  }
  if (facts?.nonNegative) return lowering.sharing(value, "end", build);
  return lowering.sharing(value, "end", (end) => {
    // What is cut off to 0 does not count from the end.
    const fromEnd = binary("+", length, facts ? end : call("ceil", end));
    const position = conditional(binary("<=", end, literal(-1)), fromEnd, facts ? end : call("floor", end));
    return lowering.sharing(position, "end", build);
  });
}

export function inRange(index: ExpressionNode, range: Range): ExpressionNode {
  const after = range.from && binary(">=", index, range.from);
  const before = range.to && binary("<", index, range.to);
  if (after && before) return binary("and", after, before);
  return after ?? before ?? literal(true);
}
