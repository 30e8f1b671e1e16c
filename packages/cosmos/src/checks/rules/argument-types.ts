import type { TypeShape } from "@treadle/workflow/data-source";
import { cosmosDiagnostics } from "../../diagnostics.js";
import type { ExpressionNode } from "../../sql/nodes.js";
import { findFunction, parameterShape } from "../functions.js";
import { printShape } from "../print-shape.js";
import { dependsOnItem, type QueryRule } from "../rule.js";
import { booleanShape, numberShape, overlaps, stringShape, withoutUndefined } from "../shape.js";

const arithmetic = new Set(["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>"]);

/** Functions and operators can get a value of the type they take; else they give undefined, without an error. */
export const argumentTypes: QueryRule = ({ inference, write, at, report }) => {
  const expect = (name: string, expression: ExpressionNode, expected: TypeShape): void => {
    const shape = withoutUndefined(inference.shapeOf(expression));
    if (shape.kind === "never" || overlaps(shape, expected) || !dependsOnItem(expression)) return;
    report(
      cosmosDiagnostics["argument-type"]({
        name,
        expression: write(expression),
        type: printShape(shape),
        expected: describe(expected),
        at: at(expression.start),
      }),
      expression,
    );
  };
  return {
    expression(node) {
      if (node.kind === "call" && !node.udf) {
        const definition = findFunction(node.name);
        for (const [at, argument] of node.arguments.entries()) {
          if (definition) expect(node.name, argument, parameterShape(definition, at));
        }
      } else if (node.kind === "unary") {
        expect(node.operator, node.operand, node.operator === "NOT" ? booleanShape : numberShape);
      } else if (node.kind === "binary" && (arithmetic.has(node.operator) || node.operator === "||")) {
        const expected = node.operator === "||" ? stringShape : numberShape;
        expect(node.operator, node.left, expected);
        expect(node.operator, node.right, expected);
      } else if (node.kind === "like") {
        expect("LIKE", node.operand, stringShape);
        expect("LIKE", node.pattern, stringShape);
      }
    },
  };
};

function describe(expected: TypeShape): string {
  if (expected.kind === "array") return "an array";
  return expected.kind === "object" ? "an object" : `a ${expected.kind}`;
}
