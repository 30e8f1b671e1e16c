import type { ExpressionNode } from "@treadle/expressions";
import { assignOn, canGive, type Edge, enter, isSealed, leavingEdge } from "./edge.js";
import type { Value } from "./environment.js";
import type { Place } from "./place.js";
import type { StateDraft } from "./state-draft.js";
import { isAlias, isInlinable, readFrom } from "./substitute.js";

/** The Pass state that a value gets where nothing else can carry it. */
export type NamedPass = Pick<StateDraft, "name" | "location" | "comment">;

/**
 * Gives a value to what follows, at the least cost: another name where the expression is a path or made of paths, an
 * assignment on the transitions that lead here; where none could carry one, the expression itself in each place that reads
 * it, or a Pass state if that would be too much text.
 */
export function giveValue(
  value: Value,
  expression: ExpressionNode,
  edges: readonly Edge[],
  pass: NamedPass,
  place: Place,
): { readonly edges: Edge[]; readonly value: Value } {
  if (isAlias(expression)) return { edges: [...edges], value: { ...value, alias: expression } };
  if (canGive(edges, expression)) {
    return { edges: edges.map((edge) => assignOn(edge, value.key, readFrom(expression, edge.readable))), value };
  }
  const canRepeat = edges.some(({ kind }) => kind === "start") && !edges.some((edge) => isSealed(edge, expression));
  if (canRepeat && isInlinable(expression)) return { edges: [...edges], value: { ...value, alias: expression } };
  return { edges: [addPass(value, expression, edges, pass, place)], value };
}

/** A Pass state that does nothing but assign. */
export function addPass(
  value: Value,
  expression: ExpressionNode,
  edges: readonly Edge[],
  pass: NamedPass,
  place: Place,
): Edge {
  const entry = enter(edges, pass.name);
  const success = leavingEdge("success", entry);
  place.lowering.addState(place.scope, {
    ...pass,
    type: "Pass",
    constants: {},
    expressions: {},
    success: success.draft,
  });
  return assignOn(success, value.key, readFrom(expression, entry));
}
