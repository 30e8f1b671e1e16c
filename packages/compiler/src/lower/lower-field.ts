import { type ExpressionNode, literal } from "@treadle/expressions";
import { type PlaceholderKind, placeholdersIn, placeholderText } from "@treadle/workflow";
import type { ConstantOrLambda, WorkflowNode } from "@treadle/workflow/nodes";
import type { Readable } from "./edge.js";
import { lowerLambdaRef } from "./lower-lambda-ref.js";
import type { Lowering } from "./lowering.js";
import type { Place } from "./place.js";
import { readFrom } from "./substitute.js";

/** A field of a state out of an option that is a constant or a lambda; undefined where the option is not given. */
export function lowerField(
  value: ConstantOrLambda<string | number> | undefined,
  node: WorkflowNode,
  place: Place,
  entry: Readable,
): ExpressionNode | undefined {
  if (value === undefined) return undefined;
  return typeof value === "object" ? readFrom(lowerLambdaRef(value, node, place), entry) : literal(value);
}

/** As above, for texts; a constant may be or hold placeholders. */
export function lowerTextField(
  value: ConstantOrLambda<string> | undefined,
  kind: PlaceholderKind,
  node: WorkflowNode,
  place: Place,
  entry: Readable,
): ExpressionNode | undefined {
  return typeof value === "string" ? textNode(value, kind, place.lowering) : lowerField(value, node, place, entry);
}

/** A text in which `${Name}` is a placeholder: of this kind, where it is the whole text. */
export function textNode(text: string, kind: PlaceholderKind, lowering: Lowering): ExpressionNode {
  lowering.addPlaceholders(placeholdersIn(text, kind));
  return placeholderText(text);
}
