import { type ExpressionNode, object, property, states } from "@treadle/expressions";
import { carryInto } from "../carry.js";
import { prepareCatchers } from "../catchers.js";
import { assignOn, enter, leavingEdge, startEdge } from "../edge.js";
import { lowerField } from "../lower-field.js";
import { lowerLambdaRef } from "../lower-lambda-ref.js";
import { mapItem } from "../map-items.js";
import { stateName } from "../names.js";
import { namesRead } from "../names-read.js";
import { joinPath, type LowerStep, valueAt } from "../place.js";
import { newScope } from "../state-draft.js";
import { readFrom } from "../substitute.js";

/**
 * An inline Map. An iteration's input is the item itself; where the body reads more (the index, values of the steps around
 * it that are in no variable) ItemSelector passes all of it, since `$states.context.Map.Item` is promised there only.
 */
export const lowerMap: LowerStep<"map"> = (node, place, edges) => {
  const name = stateName(place.path, node.name);
  const path = joinPath(place.path, node.name);
  const entry = enter(edges, name);
  const names = namesRead(node.body, place.lowering);
  const outerNames = new Set([...names].filter((name) => name !== "item" && name !== "index"));
  const { carried, environment } = carryInto(place.environment, entry, path, outerNames);
  const item = valueAt(path, "item");
  const index = valueAt(path, "index");

  const selected: Record<string, ExpressionNode> = {};
  if (names.has("index")) selected.index = property(mapItem, "Index");
  for (const { name, expression } of carried) selected[name] = expression;
  const selects = Object.keys(selected).length > 0;
  const delivered = new Map<string, ExpressionNode>([
    [item.key, selects ? property(states("input"), "item") : states("input")],
  ]);
  if (names.has("index")) delivered.set(index.key, property(states("input"), "index"));
  for (const { name, key } of carried) delivered.set(key, property(states("input"), name));

  const scope = newScope();
  const start = startEdge((state) => {
    scope.startAt = state;
  }, delivered);
  const value = valueAt(place.path, node.name);
  const { options } = node;
  const catchers = prepareCatchers(options.catch, entry, path, value, place);
  const success = assignOn(leavingEdge("success", entry), value.key, states("result"));
  place.lowering.addState(place.scope, {
    name,
    type: "Map",
    location: node.location,
    comment: options.comment,
    constants: {},
    expressions: {
      Items: readFrom(lowerLambdaRef(node.items, node, place), entry),
      MaxConcurrency: lowerField(options.maxConcurrency, node, place, entry),
      ItemSelector: selects ? object({ item: property(mapItem, "Value"), ...selected }) : undefined,
    },
    ...(options.retry && { retry: options.retry }),
    catchers: catchers.drafts,
    processor: scope,
    success: success.draft,
  });
  place.lowerBranch(
    node.body,
    { ...place, scope, path, environment: environment.with("item", item).with("index", index) },
    [start],
    { kind: "output" },
  );
  return { edges: [success, ...catchers.lowerHandlers()], environment: place.environment.with(node.name, value) };
};
