import ts from "#typescript";
import { binary, call, conditional, isAbsent, literal } from "../../nodes/create.js";
import type { BinaryOperator, ExpressionNode } from "../../nodes/expression-node.js";
import { mayBeAbsent } from "../absence.js";
import { assuming } from "../guards.js";
import { isSimple, type Lowering } from "../lowering.js";
import { unwrap } from "../references.js";

export function lowerConditional(node: ts.ConditionalExpression, lowering: Lowering): ExpressionNode {
  const condition = lowering.condition(node.condition);
  return conditional(
    condition,
    assuming(node.condition, true, lowering, () => lowering.lower(node.whenTrue)),
    assuming(node.condition, false, lowering, () => lowering.lower(node.whenFalse)),
  );
}

/** `left ?? right`. JSONata 2.0.6 has no such operator; `!=` is false where a side is missing. */
export function lowerCoalescing(node: ts.BinaryExpression, lowering: Lowering): ExpressionNode {
  const left = lowering.lower(node.left);
  const right = lowering.lower(node.right);
  const maybeAbsent = mayBeAbsent(node.left, lowering);
  const kinds = lowering.kinds(node.left);
  // Where the types see no need for `??`, they may be wrong: without `noUncheckedIndexedAccess` they hide what is missing.
  const maybeNull = kinds.has("null") || kinds.has("untyped") || !maybeAbsent;
  if (!maybeNull && left.kind === "conditional" && isAbsent(left.whenFalse) && alwaysGives(left.whenTrue)) {
    return conditional(left.condition, left.whenTrue, right);
  }
  return lowering.sharing(left, nameOf(node.left), (value) =>
    conditional(maybeNull ? binary("!=", value, literal(null)) : call("exists", value), value, right),
  );
}

/** What a value is called that is written twice: the member it is, if it is one. */
function nameOf(node: ts.Expression): string {
  const inner = unwrap(node);
  return ts.isPropertyAccessExpression(inner) ? inner.name.text : "value";
}

/** Nodes whose value is never missing where their object is there. */
function alwaysGives(node: ExpressionNode): boolean {
  if (node.kind === "call") {
    if (node.callee === "count" || node.callee === "exists") return true;
    return typeof node.callee === "string" && giving.has(node.callee) && node.arguments.every(isGiven);
  }
  if (node.kind === "binary") {
    return neverMissing.has(node.operator) || (isGiven(node.left) && isGiven(node.right));
  }
  return node.kind === "array" || node.kind === "object";
}

/** Operators that give something even where a side is missing. */
const neverMissing: ReadonlySet<BinaryOperator> = new Set(["=", "!=", "and", "or", "in", "&"]);

/** Functions that give something for all that is not missing. */
const giving = new Set(["contains", "join", "lowercase", "not", "replace", "split", "string", "uppercase"]);

function isGiven(node: ExpressionNode): boolean {
  return isSimple(node) || node.kind === "regex" || alwaysGives(node);
}
