import { giveValue } from "../give-value.js";
import { lowerLambdaRef } from "../lower-lambda-ref.js";
import { stateName } from "../names.js";
import { type LowerStep, valueAt } from "../place.js";

export const lowerPass: LowerStep<"pass"> = (node, place, edges) => {
  const given = giveValue(
    valueAt(place.path, node.name),
    lowerLambdaRef(node.value, node, place),
    edges,
    { name: stateName(place.path, node.name), location: node.location },
    place,
  );
  return { edges: given.edges, environment: place.environment.with(node.name, given.value) };
};
