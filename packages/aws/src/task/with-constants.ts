import { array, call, type ExpressionNode, object } from "@treadle/expressions";

/**
 * Arguments made of constants and of the value of the user's lambda. An object literal, the usual form, is written out
 * field by field, so that the definition shows every argument; any other expression is merged when the state runs.
 */
export function withConstants(
  constants: { readonly [name: string]: ExpressionNode },
  input: ExpressionNode,
): ExpressionNode {
  const fixed = object(constants);
  if (input.kind === "object") return Object.freeze({ ...input, entries: [...fixed.entries, ...input.entries] });
  return call("merge", array([input, fixed]));
}
