import type ts from "#typescript";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { type Lowering, sourceText } from "../lowering.js";
import { unwrap } from "../references.js";
import { describeKinds } from "../value-kinds.js";

/** Lowers an argument that must be a text. */
export function textArgument(node: ts.Expression, lowering: Lowering): ExpressionNode {
  if (lowering.isOnly(node, "string")) return lowering.value(node, "this method");
  const type = describeKinds(lowering.kinds(node));
  return lowering.refuse("not-text", node, { text: sourceText(unwrap(node)), type });
}

/** The text of a constant, by its type. */
export function constantText(node: ts.Expression, lowering: Lowering): string | undefined {
  const type = lowering.checker.getTypeAtLocation(unwrap(node));
  return type.isStringLiteral() ? type.value : undefined;
}

export function notInteger(node: ts.Expression, lowering: Lowering): ExpressionNode {
  return lowering.refuse("not-integer", node, { text: sourceText(node) });
}
