import ts from "#typescript";
import { staticValue } from "./functions/static-value.js";
import { isTestedNonZero } from "./guards.js";
import { integerFacts } from "./integers.js";
import type { Lowering } from "./lowering.js";
import { unwrap } from "./references.js";
import { literalNumbers } from "./value-kinds.js";

/** Whether a divisor is known not to be 0: by its type, its source, or a test around it. */
export function isNonZero(node: ts.Expression, lowering: Lowering): boolean {
  const inner = unwrap(node);
  const values = literalNumbers(lowering.checker.getTypeAtLocation(inner));
  if (values?.every((value) => value !== 0)) return true;
  const constant = staticValue(inner, lowering.checker);
  if (typeof constant === "number") return constant !== 0;
  return isPositiveByForm(inner, lowering) || isTestedNonZero(inner, lowering);
}

function isPositive(node: ts.Expression, lowering: Lowering): boolean {
  const inner = unwrap(node);
  const constant = staticValue(inner, lowering.checker);
  return typeof constant === "number" ? constant > 0 : isPositiveByForm(inner, lowering);
}

/** Of a maximum (`Math.max(1, n)`) and a sum with a length (`names.length + 1`): whether it is above 0. */
function isPositiveByForm(inner: ts.Expression, lowering: Lowering): boolean {
  if (ts.isCallExpression(inner)) {
    return inner.expression.getText() === "Math.max" && inner.arguments.some((each) => isPositive(each, lowering));
  }
  if (!ts.isBinaryExpression(inner) || inner.operatorToken.kind !== ts.SyntaxKind.PlusToken) return false;
  const { left, right } = inner;
  const isNotNegative = (side: ts.Expression) =>
    integerFacts(side, lowering)?.nonNegative === true || isPositive(side, lowering);
  return (isPositive(left, lowering) && isNotNegative(right)) || (isPositive(right, lowering) && isNotNegative(left));
}
