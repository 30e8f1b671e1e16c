import { Environment } from "../environment.js";
import { giveValue } from "../give-value.js";
import { lowerLambdaRef } from "../lower-lambda-ref.js";
import { stateName } from "../names.js";
import { joinPath, type LowerStep, valueAt } from "../place.js";

/** Another workflow's steps under this name; they see only their own input. */
export const lowerUse: LowerStep<"use"> = (node, place, edges) => {
  const path = joinPath(place.path, node.name);
  const value = valueAt(place.path, node.name);
  const input = giveValue(
    valueAt(path, "input"),
    lowerLambdaRef(node.input, node, place),
    edges,
    { name: stateName(path, "input"), location: node.location },
    place,
  );
  return {
    edges: place.lowerBranch(
      node.workflow.body,
      { ...place, path, environment: new Environment().with("input", input.value) },
      input.edges,
      { kind: "value", value },
    ),
    environment: place.environment.with(node.name, value),
  };
};
