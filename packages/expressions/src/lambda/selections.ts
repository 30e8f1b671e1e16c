import ts from "#typescript";
import { call } from "../nodes/create.js";
import type { ExpressionNode } from "../nodes/expression-node.js";
import type { Lowering } from "./lowering.js";
import { kindsOf, type ValueKind } from "./value-kinds.js";

/** The kinds of an array's elements. */
export function elementKinds(node: ts.Node, lowering: Lowering): ReadonlySet<ValueKind> {
  const type = lowering.checker.getNonNullableType(lowering.checker.getTypeAtLocation(node));
  const members = type.isUnion() ? type.types : [type];
  const kinds = members.flatMap((member) => {
    const element = lowering.checker.getIndexTypeOfType(member, ts.IndexKind.Number);
    return element ? [...kindsOf(element, lowering.checker)] : [];
  });
  return new Set(kinds);
}

export function mayBeArray(kinds: ReadonlySet<ValueKind>): boolean {
  return kinds.has("array") || kinds.has("untyped");
}

/** `$filter(items, test)`: where the elements may be arrays, one that is found stays in a sequence. */
export function filterCall(items: ExpressionNode, test: ExpressionNode, kinds: ReadonlySet<ValueKind>): ExpressionNode {
  const node = call("filter", items, test);
  return mayBeArray(kinds) ? Object.freeze({ ...node, keepArray: true as const }) : node;
}
