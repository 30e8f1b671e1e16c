import { addPass, giveValue } from "../give-value.js";
import { lowerLambdaRef } from "../lower-lambda-ref.js";
import { stateName } from "../names.js";
import { type LowerStep, valueAt } from "../place.js";

export const lowerPass: LowerStep<"pass"> = (node, place, edges) => {
  const value = valueAt(place.path, node.name);
  const expression = lowerLambdaRef(node.value, node, place);
  const pass = { name: stateName(place.path, node.name), location: node.location, comment: node.comment };
  const given = node.ownState
    ? { edges: [addPass(value, expression, edges, pass, place)], value }
    : giveValue(value, expression, edges, pass, place);
  return { edges: given.edges, environment: place.environment.with(node.name, given.value) };
};
