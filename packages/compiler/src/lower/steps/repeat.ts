import { binary, literal, scope } from "@treadle/expressions";
import type { RepeatNode } from "@treadle/workflow/nodes";
import { assignOn, type Edge, enter, leavingEdge } from "../edge.js";
import type { Value } from "../environment.js";
import { addPass } from "../give-value.js";
import { lowerLambdaRef } from "../lower-lambda-ref.js";
import { stateName } from "../names.js";
import { joinPath, type LowerStep, type Place, valueAt } from "../place.js";

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
  const first = setOnEach(edges, count, node, place);
  const body = place.lowerBranch(node.body, { ...place, path }, [...first, again], { kind: "value", value });
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

/** The first iteration is number 1. A scope's start can carry nothing, so it takes a Pass state. */
function setOnEach(edges: readonly Edge[], count: Value, node: RepeatNode, place: Place): Edge[] {
  const starting = edges.filter((edge) => edge.kind === "start");
  const given = edges.filter((edge) => edge.kind !== "start").map((edge) => assignOn(edge, count.key, literal(1)));
  if (starting.length === 0) return given;
  const pass = { name: stateName(joinPath(place.path, node.name), "begin"), location: node.location };
  return [...given, addPass(count, literal(1), starting, pass, place)];
}
