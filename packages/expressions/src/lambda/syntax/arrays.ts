import ts from "#typescript";
import { array, binary, call, conditional, literal } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { type Lowering, sourceText } from "../lowering.js";
import { unwrap } from "../references.js";
import { describeKinds, isOnly, type ValueKind } from "../value-kinds.js";
import { lowerDistinct } from "./sets.js";
import { unsupportedExpression } from "./unsupported.js";

export function lowerArrayLiteral(node: ts.ArrayLiteralExpression, lowering: Lowering): ExpressionNode {
  return array(node.elements.flatMap((element) => lowerElements(element, lowering)));
}

/** The elements that one element of a literal stands for. */
function lowerElements(element: ts.Expression, lowering: Lowering): readonly ExpressionNode[] {
  if (ts.isOmittedExpression(element)) return [lowering.unsupported(element, "A hole in an array", "Write null.")];
  if (!ts.isSpreadElement(element)) {
    return [asOneElement(lowering.value(element, "an element of an array"), lowering.kinds(element), lowering)];
  }
  const { expression } = element;
  const distinct = lowerDistinct(expression, lowering);
  if (distinct) return distinct.elements;
  if (ts.isNewExpression(unwrap(expression))) return [unsupportedExpression(unwrap(expression), lowering)];
  if (!lowering.isOnly(expression, "array")) {
    const type = describeKinds(lowering.kinds(expression));
    return [lowering.refuse("mixed-type", expression, { text: sourceText(expression), type, wanted: "an array" })];
  }
  const value = lowering.value(expression, "a spread");
  // A constructor in a constructor would be nested; anything else is spliced in.
  return value.kind === "array" ? value.elements : [value];
}

/** An array constructor splices arrays in, unless they are constructors themselves. */
export function asOneElement(value: ExpressionNode, kinds: ReadonlySet<ValueKind>, lowering: Lowering): ExpressionNode {
  if (value.kind === "array" || !(kinds.has("array") || kinds.has("untyped"))) return value;
  if (isOnly(kinds, "array")) return array([value]);
  return lowering.sharing(value, "element", (shared) =>
    conditional(isArrayNode(shared), array([array([shared])]), shared),
  );
}

export function isArrayNode(value: ExpressionNode): ExpressionNode {
  return binary("=", call("type", value), literal("array"));
}
