import { enter, leavingEdge } from "../edge.js";
import { lowerField } from "../lower-field.js";
import { stateName } from "../names.js";
import type { LowerStep } from "../place.js";

export const lowerWait: LowerStep<"wait"> = (node, place, edges) => {
  const name = stateName(place.path, node.name);
  const entry = enter(edges, name);
  const success = leavingEdge("success", entry);
  place.lowering.addState(place.scope, {
    name,
    type: "Wait",
    location: node.location,
    comment: node.comment,
    constants: {},
    expressions:
      "seconds" in node.duration
        ? { Seconds: lowerField(node.duration.seconds, node, place, entry) }
        : { Timestamp: lowerField(node.duration.timestamp, node, place, entry) },
    success: success.draft,
  });
  return { edges: [success], environment: place.environment };
};
