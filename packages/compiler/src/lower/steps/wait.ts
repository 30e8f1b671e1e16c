import { literal } from "@treadle/expressions";
import type { LambdaRef } from "@treadle/workflow/nodes";
import { enter, leavingEdge } from "../edge.js";
import { lowerLambdaRef } from "../lower-lambda-ref.js";
import { stateName } from "../names.js";
import type { LowerStep } from "../place.js";
import { readFrom } from "../substitute.js";

export const lowerWait: LowerStep<"wait"> = (node, place, edges) => {
  const name = stateName(place.path, node.name);
  const entry = enter(edges, name);
  const duration = (value: number | string | LambdaRef) =>
    typeof value === "object" ? readFrom(lowerLambdaRef(value, node, place), entry) : literal(value);
  const success = leavingEdge("success", entry);
  place.lowering.addState(place.scope, {
    name,
    type: "Wait",
    location: node.location,
    constants: {},
    expressions:
      "seconds" in node.duration
        ? { Seconds: duration(node.duration.seconds) }
        : { Timestamp: duration(node.duration.timestamp) },
    success: success.draft,
  });
  return { edges: [success], environment: place.environment };
};
