import ts from "#typescript";
import { assuming, isGuarded } from "./guards.js";
import type { Lowering } from "./lowering.js";
import { unwrap } from "./references.js";
import { isDataBySyntax } from "./syntax-kinds.js";
import { kindsOf } from "./value-kinds.js";

type Facts = Pick<Lowering, "checker" | "context" | "kinds" | "symbolOf" | "guards" | "absentLocals">;

/** Whether an expression may give undefined. */
export function mayBeAbsent(node: ts.Expression, facts: Facts): boolean {
  return absentPart(node, facts) !== undefined;
}

/**
 * The part of an expression that may give undefined where the whole gives it, if any. The types tell, but for elements and
 * index signatures, whose types hide it without `noUncheckedIndexedAccess`: there the tests around the expression tell. A cast
 * does not make a value, while `!` is the user's word.
 */
export function absentPart(node: ts.Expression, facts: Facts): ts.Expression | undefined {
  const inner = unwrap(node);
  if (ts.isNonNullExpression(inner) || isDataBySyntax(inner) || isGuarded(inner, facts)) return undefined;
  if (ts.isConditionalExpression(inner)) {
    const { condition, whenTrue, whenFalse } = inner;
    return (
      assuming(condition, true, facts, () => absentPart(whenTrue, facts)) ??
      assuming(condition, false, facts, () => absentPart(whenFalse, facts))
    );
  }
  if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    return absentPart(inner.right, facts);
  }
  if (facts.kinds(inner).has("undefined")) return node;
  if (facts.context.noUncheckedIndexedAccess) return undefined;
  const symbol = ts.isIdentifier(inner) ? facts.symbolOf(inner) : undefined;
  const isHidden = symbol !== undefined && facts.absentLocals.has(symbol);
  return isHidden || isUncheckedAccess(inner, facts) || stopsEarly(inner, facts) ? node : undefined;
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
