import type { ts } from "ts-morph";
import { binary, call, conditional, isAbsent, literal } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { mayBeAbsent } from "../absence.js";
import type { Lowering } from "../lowering.js";
import { assuming } from "../non-zero.js";

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
  return lowering.sharing(left, "value", (value) =>
    conditional(maybeNull ? binary("!=", value, literal(null)) : call("exists", value), value, right),
  );
}

/** Nodes whose value is never missing, whatever their parts are. */
function alwaysGives(node: ExpressionNode): boolean {
  if (node.kind === "call") return node.callee === "count" || node.callee === "exists";
  return node.kind === "array" || node.kind === "object";
}
