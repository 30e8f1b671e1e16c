import type ts from "#typescript";
import { literal } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import type { Lowering } from "../lowering.js";

export function lowerNumber(node: ts.NumericLiteral, lowering: Lowering): ExpressionNode {
  const value = Number(node.text);
  if (Number.isFinite(value)) return literal(value);
  return lowering.refuse("not-json", node, { text: node.getText(), type: "no finite number" });
}
