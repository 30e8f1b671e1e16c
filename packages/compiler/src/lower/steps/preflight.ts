import type { SourceLocation } from "@treadle/diagnostics";
import { object, placeholder } from "@treadle/expressions";
import type { DataSource } from "@treadle/workflow/data-source";
import { type Edge, enter, leavingEdge, startEdge } from "../edge.js";
import { stateName } from "../names.js";
import { joinPath, type LowerStep, type Place } from "../place.js";
import { newScope } from "../state-draft.js";

const stepName = "preflight";

/** A health check for each source: a Parallel of Tasks, or the Task alone where there is one source. */
export const lowerPreflight: LowerStep<"preflight"> = (node, place, edges) => {
  const { environment } = place;
  const [only, ...others] = node.sources;
  if (only === undefined) return { edges: [...edges], environment };
  if (others.length === 0) {
    return { edges: [addCheck(only, stateName(place.path, stepName), node.location, place, edges)], environment };
  }
  const name = stateName(place.path, stepName);
  const path = joinPath(place.path, stepName);
  const entry = enter(edges, name);
  const success = leavingEdge("success", entry);
  const branches = node.sources.map((source) => {
    const scope = newScope();
    const start = startEdge((state) => {
      scope.startAt = state;
    });
    addCheck(source, stateName(path, source.name), node.location, { ...place, scope }, [start]);
    return scope;
  });
  place.lowering.addState(place.scope, {
    name,
    type: "Parallel",
    location: node.location,
    constants: {},
    expressions: {},
    branches,
    success: success.draft,
  });
  return { edges: [success], environment };
};

function addCheck(
  source: DataSource,
  name: string,
  location: SourceLocation | undefined,
  place: Place,
  edges: readonly Edge[],
): Edge {
  const task = source.preflight;
  const entry = enter(edges, name);
  const success = leavingEdge("success", entry);
  place.lowering.addPlaceholders(task.placeholders);
  place.lowering.usedSources.add(source.name);
  place.lowering.addState(place.scope, {
    name,
    type: "Task",
    location,
    constants: {},
    expressions: { Resource: placeholder(task.resource), Arguments: task.arguments(object({})) },
    retry: task.retry,
    success: success.draft,
  });
  return success;
}
