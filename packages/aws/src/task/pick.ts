import { type ExpressionNode, object, property } from "@treadle/expressions";

/** `{ A: result.A, B: result.B }`: what the task's type promises, without the service's response metadata. */
export function pick(result: ExpressionNode, ...names: readonly string[]): ExpressionNode {
  return object(Object.fromEntries(names.map((name) => [name, property(result, name)])));
}
