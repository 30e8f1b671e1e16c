import { type ExpressionNode, literal } from "@treadle/expressions";
import type { TerminalNode } from "@treadle/workflow/nodes";
import { assignOn, canGive, type Edge, enter, partition } from "../edge.js";
import { addPass } from "../give-value.js";
import { lowerField } from "../lower-field.js";
import { lowerLambdaRef } from "../lower-lambda-ref.js";
import { stateName } from "../names.js";
import type { LowerTerminal, Place, Sink } from "../place.js";
import { readFrom, readsAny } from "../substitute.js";

export const lowerReturn: LowerTerminal<"return"> = (node, place, edges, sink) =>
  endWith(lowerLambdaRef(node.value, node, place), node, place, edges, sink);

export const lowerSucceed: LowerTerminal<"succeed"> = (node, place, edges, sink) =>
  endWith(literal({}), node, place, edges, sink);

export const lowerFail: LowerTerminal<"fail"> = (node, place, edges) => {
  const name = stateName(place.path, node.name);
  const entry = enter(edges, name);
  place.lowering.addState(place.scope, {
    name,
    type: "Fail",
    location: node.location,
    comment: node.comment,
    constants: {},
    expressions: {
      Error: lowerField(node.error, node, place, entry),
      Cause: lowerField(node.cause, node, place, entry),
    },
  });
  return [];
};

function endWith(
  expression: ExpressionNode,
  node: TerminalNode,
  place: Place,
  edges: readonly Edge[],
  sink: Sink,
): Edge[] {
  if (sink.kind === "output") {
    endScope(expression, node, place, edges);
    return [];
  }
  const { value } = sink;
  const [giving, others] = partition(edges, (edge) => canGive([edge], expression));
  const given = giving.map((edge) => assignOn(edge, value.key, readFrom(expression, edge.readable)));
  if (others.length === 0) return given;
  const pass = { name: unnamedState(node, place), location: node.location };
  return [...given, addPass(value, expression, others, pass, place)];
}

/** The value becomes the Output of the states that can end the scope; the others go to a Succeed state. */
function endScope(expression: ExpressionNode, node: TerminalNode, place: Place, edges: readonly Edge[]): void {
  const [ending, leading] = partition(edges, (edge) => edge.kind === "success" && canGive([edge], expression));
  for (const edge of ending) edge.draft.output = readFrom(expression, edge.readable);
  if (leading.length === 0) return;

  const name = unnamedState(node, place);
  const entry = enter(leading, name);
  const early = leading.some(({ readable }) => readsAny(expression, readable)) && canGive(leading, expression);
  if (early) for (const edge of leading) edge.draft.output = readFrom(expression, edge.readable);
  place.lowering.addState(place.scope, {
    name,
    type: "Succeed",
    location: node.location,
    constants: {},
    expressions: { Output: early ? undefined : readFrom(expression, entry) },
  });
}

/** A state that no step has named: `payment.return`, and where branches share a path `payment.return2`. */
function unnamedState(node: TerminalNode, place: Place): string {
  const name = stateName(place.path, node.kind);
  for (let count = 2; ; count++) {
    const unnamed = count === 2 && !place.lowering.hasState(name) ? name : `${name}${count}`;
    if (!place.lowering.hasState(unnamed)) return unnamed;
  }
}
