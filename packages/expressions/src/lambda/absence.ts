import { ts } from "ts-morph";
import type { Lowering } from "./lowering.js";
import { kindsOf } from "./value-kinds.js";

type Facts = Pick<Lowering, "checker" | "context">;

/** Strips what leaves the value alone: parentheses, `as`, `satisfies`. */
export function unwrap(node: ts.Expression): ts.Expression {
  let inner = node;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    ts.isTypeAssertionExpression(inner)
  ) {
    inner = inner.expression;
  }
  return inner;
}

/**
 * Whether an expression may give undefined. The types tell, but for elements and index signatures, whose types hide it
 * without `noUncheckedIndexedAccess`; a cast does not make a value, while `!` is the user's word.
 */
export function mayBeAbsent(node: ts.Expression, facts: Facts): boolean {
  const inner = unwrap(node);
  if (ts.isNonNullExpression(inner)) return false;
  if (kindsOf(facts.checker.getTypeAtLocation(inner), facts.checker).has("undefined")) return true;
  if (ts.isConditionalExpression(inner)) {
    return mayBeAbsent(inner.whenTrue, facts) || mayBeAbsent(inner.whenFalse, facts);
  }
  if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    return mayBeAbsent(inner.right, facts);
  }
  if (facts.context.noUncheckedIndexedAccess) return false;
  return isUncheckedAccess(inner, facts) || stopsEarly(inner, facts);
}

/** Whether an optional chain may end at an object whose type hides that it may be missing: `xs[0]?.name`. */
function stopsEarly(node: ts.Expression, facts: Facts): boolean {
  if (!ts.isOptionalChain(node) || ts.isNonNullChain(node)) return false;
  return (
    (node.questionDotToken !== undefined && mayBeAbsent(node.expression, facts)) || stopsEarly(node.expression, facts)
  );
}

/** `xs[i]`, `record.key` or `record[key]`, where the type does not say that the member exists. */
export function isUncheckedAccess(node: ts.Expression, facts: Facts): boolean {
  if (!ts.isElementAccessExpression(node) && !ts.isPropertyAccessExpression(node)) return false;
  const names = ts.isPropertyAccessExpression(node) ? [node.name.text] : keysOf(node.argumentExpression, facts);
  const object = facts.checker.getNonNullableType(facts.checker.getTypeAtLocation(node.expression));
  const members = object.isUnion() ? object.types : [object];
  return members.some((member) => {
    const kinds = kindsOf(member, facts.checker);
    if (kinds.has("untyped")) return false;
    if (kinds.has("string")) return ts.isElementAccessExpression(node);
    return names.length === 0 || names.some((name) => facts.checker.getPropertyOfType(member, name) === undefined);
  });
}

/** The names that a key may be, where its type is made of constants: `table[kind]`. */
function keysOf(node: ts.Expression, facts: Facts): readonly string[] {
  const type = facts.checker.getTypeAtLocation(node);
  const members = type.isUnion() ? type.types : [type];
  const names = members.map((member) =>
    member.isStringLiteral() || member.isNumberLiteral() ? String(member.value) : undefined,
  );
  return names.every((name) => name !== undefined) ? names : [];
}

/** The name that `object["name"]` or `object[0]` reads. */
export function literalText(node: ts.Expression): string | undefined {
  return ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) ? node.text : undefined;
}
