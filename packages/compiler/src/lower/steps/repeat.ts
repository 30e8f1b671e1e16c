import { binary, type ExpressionNode, literal, scope } from "@treadle/expressions";
import type { RepeatNode } from "@treadle/workflow/nodes";
import { assignOn, canGive, type Edge, enter, leavingEdge, partition } from "../edge.js";
import type { Value } from "../environment.js";
import { lowerLambdaRef } from "../lower-lambda-ref.js";
import { stateName } from "../names.js";
import { joinPath, type LowerStep, type Place, valueAt } from "../place.js";
import { readFrom } from "../substitute.js";

/** No step has such a name, so no value of the body has the counter's variable. */
const counterName = "0count";

/**
 * The body, and a Choice that leads back to its start. The count of iterations is a variable, since the context object
 * counts only retries; it is set on the transitions that lead here.
 */
export const lowerRepeat: LowerStep<"repeat"> = (node, place, edges) => {
  const name = stateName(place.path, node.name);
  const path = joinPath(place.path, node.name);
  const value = valueAt(place.path, node.name);
  const count = valueAt(path, counterName);
  const environment = place.environment.with(node.name, value);

  const again = assignOn(leavingEdge("rule", new Map()), count.key, binary("+", scope(count.key), literal(1)));
  const begin = node.first && lowerLambdaRef(node.first, node, place);
  const first = setOnEach(edges, { value, count, begin }, node, place);
  const inside = { ...place, path, environment: begin ? environment : place.environment };
  const body = place.lowerBranch(node.body, inside, [...first, again], { kind: "value", value });
  const entry = enter(body, name);
  const done = leavingEdge("rule", entry);
  const exhausted = leavingEdge("rule", entry);
  place.lowering.addState(place.scope, {
    name,
    type: "Choice",
    location: node.location,
    comment: node.comment,
    constants: {},
    expressions: {},
    rules: [
      { condition: lowerLambdaRef(node.until, node, { ...place, environment }), edge: done.draft },
      { condition: binary(">=", scope(count.key), literal(node.maxIterations)), edge: exhausted.draft },
    ],
    otherwise: again.draft,
  });
  const failure = stateName(path, "exhausted");
  enter([exhausted], failure);
  place.lowering.addState(place.scope, {
    name: failure,
    type: "Fail",
    location: node.location,
    constants: {},
    expressions: {
      Error: literal("Repeat.Exhausted"),
      Cause: literal(`The condition of "${name}" did not hold after ${node.maxIterations} iterations.`),
    },
  });
  return { edges: [done], environment };
};

/** What is set where the loop begins: the first iteration is number 1. */
interface Beginning {
  readonly count: Value;
  readonly value: Value;
  readonly begin: ExpressionNode | undefined;
}

/** A scope's start can carry nothing, so it takes a Pass state; so do transitions that cannot give the first value. */
function setOnEach(edges: readonly Edge[], { count, value, begin }: Beginning, node: RepeatNode, place: Place): Edge[] {
  const set = (edge: Edge) => {
    const counting = assignOn(edge, count.key, literal(1));
    return begin ? assignOn(counting, value.key, readFrom(begin, edge.readable)) : counting;
  };
  const [giving, others] = partition(edges, (edge) => canGive([edge], begin ?? literal(1)));
  if (others.length === 0) return giving.map(set);
  const name = stateName(joinPath(place.path, node.name), "begin");
  const entry = enter(others, name);
  const success = leavingEdge("success", entry);
  place.lowering.addState(place.scope, {
    name,
    type: "Pass",
    location: node.location,
    constants: {},
    expressions: {},
    success: success.draft,
  });
  return [...giving.map(set), set(success)];
}
