import type { TypeShape } from "@treadle/workflow/data-source";
import { cosmosDiagnostics } from "../../diagnostics.js";
import type { ExpressionNode } from "../../sql/nodes.js";
import { printShape } from "../print-shape.js";
import { dependsOnItem, type QueryRule } from "../rule.js";
import { overlaps, widen, withoutUndefined } from "../shape.js";

const comparisons = new Set(["=", "!=", "<", "<=", ">", ">="]);

/** What is compared can be of one type: the service compares different types without an error, and finds nothing. */
export const comparableTypes: QueryRule = ({ inference, write, at, report }) => {
  const compare = (left: ExpressionNode, right: ExpressionNode, ordered: boolean): void => {
    if (!dependsOnItem(left) && !dependsOnItem(right)) return;
    const [leftShape, rightShape] = [left, right].map((side) => {
      const shape = withoutUndefined(inference.shapeOf(side));
      return ordered ? widen(shape) : shape;
    });
    if (leftShape!.kind === "never" || rightShape!.kind === "never" || overlaps(leftShape!, rightShape!)) return;
    const side = (expression: ExpressionNode, shape: TypeShape) => ({
      expression: write(expression),
      type: expression.kind === "literal" ? undefined : printShape(shape),
    });
    report(
      cosmosDiagnostics["never-equal"]({
        left: side(left, leftShape!),
        right: side(right, rightShape!),
        at: at(left.start),
      }),
      left,
    );
  };
  return {
    expression(node) {
      if (node.kind === "binary" && comparisons.has(node.operator)) {
        compare(node.left, node.right, node.operator !== "=" && node.operator !== "!=");
      } else if (node.kind === "in") {
        for (const value of node.values) compare(node.operand, value, false);
      } else if (node.kind === "between") {
        compare(node.operand, node.low, true);
        compare(node.operand, node.high, true);
      }
    },
  };
};
