import ts from "#typescript";
import { property } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { isUncheckedAccess } from "../absence.js";
import type { Lowering } from "../lowering.js";
import { elementKinds } from "../selections.js";
import { isOnly } from "../value-kinds.js";
import { sourceOf } from "./array-searches.js";
import { sequenceOf } from "./predicates.js";

/** `items.a.b` for `(item) => item.a.b`, where both give the same: objects on the way, no array at its end. */
export function mappedPath(
  items: ExpressionNode,
  node: ts.CallExpression,
  body: ts.Expression,
  parameters: readonly ts.ParameterDeclaration[],
  lowering: Lowering,
): ExpressionNode | undefined {
  const [parameter, ...more] = parameters;
  if (!parameter || more.length > 0 || !ts.isIdentifier(parameter.name) || parameter.initializer) return undefined;
  if (!isOnly(elementKinds(sourceOf(node), lowering), "object")) return undefined;
  const symbol = lowering.checker.getSymbolAtLocation(parameter.name);
  const names: string[] = [];
  let access = body;
  while (ts.isPropertyAccessExpression(access)) {
    if (access.questionDotToken || isUncheckedAccess(access, lowering)) return undefined;
    const wanted =
      names.length === 0 ? (["string", "number", "boolean", "null", "object"] as const) : (["object"] as const);
    if (!lowering.isOnly(access, ...wanted)) return undefined;
    names.unshift(access.name.text);
    access = access.expression;
  }
  if (names.length === 0 || !ts.isIdentifier(access) || lowering.symbolOf(access) !== symbol) return undefined;
  return names.reduce<ExpressionNode>(property, sequenceOf(items));
}
