import { ts } from "ts-morph";
import { unwrap } from "./absence.js";
import { literalNumbers } from "./integers.js";
import type { Lowering } from "./lowering.js";

/** Whether a divisor is known not to be 0, by its type or by a test around it. */
export function isNonZero(node: ts.Expression, lowering: Lowering): boolean {
  const inner = unwrap(node);
  const values = literalNumbers(lowering.checker.getTypeAtLocation(inner));
  if (values?.every((value) => value !== 0)) return true;
  const key = referenceKey(inner, lowering);
  return key !== undefined && lowering.nonZero.includes(key);
}

/** Runs `build` where `condition` has had the given outcome. */
export function assuming<T>(condition: ts.Expression, outcome: boolean, lowering: Lowering, build: () => T): T {
  const before = lowering.nonZero.length;
  lowering.nonZero.push(...nonZeroWhen(condition, outcome, lowering));
  const result = build();
  lowering.nonZero.length = before;
  return result;
}

/** The keys of the references that cannot be 0 once `condition` has had the given outcome. */
export function nonZeroWhen(condition: ts.Expression, outcome: boolean, lowering: Lowering): readonly string[] {
  const inner = unwrap(condition);
  if (ts.isPrefixUnaryExpression(inner) && inner.operator === ts.SyntaxKind.ExclamationToken) {
    return nonZeroWhen(inner.operand, !outcome, lowering);
  }
  if (!ts.isBinaryExpression(inner)) return [];
  const operator = inner.operatorToken.kind;
  const logic = outcome ? ts.SyntaxKind.AmpersandAmpersandToken : ts.SyntaxKind.BarBarToken;
  if (operator === logic) {
    return [...nonZeroWhen(inner.left, outcome, lowering), ...nonZeroWhen(inner.right, outcome, lowering)];
  }
  const keys = [
    excludesZero(operator, constantOf(inner.right, lowering), outcome) ? referenceKey(inner.left, lowering) : undefined,
    excludesZero(mirrored(operator), constantOf(inner.left, lowering), outcome)
      ? referenceKey(inner.right, lowering)
      : undefined,
  ];
  return keys.filter((key) => key !== undefined);
}

function constantOf(node: ts.Expression, lowering: Lowering): number | undefined {
  const values = literalNumbers(lowering.checker.getTypeAtLocation(unwrap(node)));
  return values?.length === 1 ? values[0] : undefined;
}

/** Whether `x operator constant` with that outcome leaves out 0 as x. */
function excludesZero(operator: ts.SyntaxKind, constant: number | undefined, outcome: boolean): boolean {
  if (constant === undefined) return false;
  const test = tests[operator];
  return test !== undefined && test(0, constant) !== outcome;
}

const tests: { readonly [operator in ts.SyntaxKind]?: (left: number, right: number) => boolean } = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: (left, right) => left === right,
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: (left, right) => left !== right,
  [ts.SyntaxKind.LessThanToken]: (left, right) => left < right,
  [ts.SyntaxKind.LessThanEqualsToken]: (left, right) => left <= right,
  [ts.SyntaxKind.GreaterThanToken]: (left, right) => left > right,
  [ts.SyntaxKind.GreaterThanEqualsToken]: (left, right) => left >= right,
};

const mirrors: { readonly [operator in ts.SyntaxKind]?: ts.SyntaxKind } = {
  [ts.SyntaxKind.LessThanToken]: ts.SyntaxKind.GreaterThanToken,
  [ts.SyntaxKind.LessThanEqualsToken]: ts.SyntaxKind.GreaterThanEqualsToken,
  [ts.SyntaxKind.GreaterThanToken]: ts.SyntaxKind.LessThanToken,
  [ts.SyntaxKind.GreaterThanEqualsToken]: ts.SyntaxKind.LessThanEqualsToken,
};

function mirrored(operator: ts.SyntaxKind): ts.SyntaxKind {
  return mirrors[operator] ?? operator;
}

/** A text that is equal for two references to the same value; all values of a lambda are constant. */
function referenceKey(node: ts.Expression, lowering: Lowering): string | undefined {
  const inner = unwrap(node);
  if (ts.isNonNullExpression(inner)) return referenceKey(inner.expression, lowering);
  if (ts.isIdentifier(inner)) {
    const declaration = lowering.symbolOf(inner)?.declarations?.[0];
    return declaration && `${declaration.getSourceFile().fileName}:${declaration.pos}`;
  }
  if (!ts.isPropertyAccessExpression(inner)) return undefined;
  const object = referenceKey(inner.expression, lowering);
  return object && `${object}.${inner.name.text}`;
}
