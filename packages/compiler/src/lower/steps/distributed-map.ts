import { type ExpressionNode, object, path as pathOf, property, states } from "@treadle/expressions";
import type { ConstantOrLambda } from "@treadle/workflow/nodes";
import { carryAll } from "../carry.js";
import { prepareCatchers } from "../catchers.js";
import { assignOn, enter, leavingEdge, startEdge } from "../edge.js";
import { lowerReader, lowerResultWriter, objectOf } from "../item-source.js";
import { lowerField } from "../lower-field.js";
import { lowerLambdaRef } from "../lower-lambda-ref.js";
import { mapItem, mapItems, objectMember } from "../map-items.js";
import { labelName, stateName } from "../names.js";
import { namesRead } from "../names-read.js";
import { joinPath, type LowerStep, valueAt } from "../place.js";
import { newScope } from "../state-draft.js";
import { readFrom } from "../substitute.js";

const namesOfItem = new Set(["item", "index"]);
const namesOfBatch = new Set(["batch"]);

/**
 * A distributed Map. Its children are executions of their own, so whatever the body reads of the steps around it travels in
 * their input: beside the item by ItemSelector, or beside the batch as BatchInput.
 */
export const lowerDistributedMap: LowerStep<"distributedMap"> = (node, place, edges) => {
  const { lowering } = place;
  const { source, options } = node;
  const name = stateName(place.path, node.name);
  const path = joinPath(place.path, node.name);
  const entry = enter(edges, name);
  const value = valueAt(place.path, node.name);
  const names = namesRead(node.body, lowering);
  const ownNames = options.batch ? namesOfBatch : namesOfItem;
  const listed = "kind" in source ? lowerLambdaRef(source, node, place) : undefined;
  const { items, pair } = listed && !options.batch ? mapItems(listed) : { items: listed, pair: undefined };
  const member = "kind" in source || !source.entries ? undefined : objectMember;
  const outer = new Set([...names].filter((each) => !ownNames.has(each)));
  const { carried, environment } = carryAll(place.environment, entry, path, outer);
  const given = Object.fromEntries(carried.map((each) => [each.name, each.expression]));

  const field = (option: ConstantOrLambda<string | number> | undefined) => lowerField(option, node, place, entry);
  const delivered = new Map<string, ExpressionNode>();
  let inner = environment;
  let selector: ExpressionNode | undefined;
  let batcher: ExpressionNode | undefined;
  if (options.batch) {
    const batch = valueAt(path, "batch");
    inner = inner.with("batch", batch);
    delivered.set(batch.key, pathOf(states("input"), "Items"));
    for (const each of carried) delivered.set(each.key, pathOf(states("input"), "BatchInput", each.name));
    selector = member;
    batcher = objectOf({
      BatchInput: carried.length > 0 ? object(given) : undefined,
      MaxItemsPerBatch: field(options.batch.maxItems),
      MaxInputBytesPerBatch: field(options.batch.maxInputBytes),
    });
  } else {
    const item = valueAt(path, "item");
    const index = valueAt(path, "index");
    inner = inner.with("item", item).with("index", index);
    const selects = carried.length > 0 || names.has("index") || pair !== undefined;
    delivered.set(item.key, selects ? property(states("input"), "item") : states("input"));
    delivered.set(index.key, property(states("input"), "index"));
    for (const each of carried) delivered.set(each.key, property(states("input"), each.name));
    selector = selects
      ? object({
          item: pair ?? member ?? property(mapItem, "Value"),
          ...(names.has("index") && { index: property(mapItem, "Index") }),
          ...given,
        })
      : member;
  }

  const scope = newScope();
  const start = startEdge((state) => {
    scope.startAt = state;
  }, delivered);
  const catchers = prepareCatchers(options.catch, entry, path, value, place);
  const success = assignOn(leavingEdge("success", entry), value.key, states("result"));
  if (!("kind" in source)) lowering.addPlaceholders(source.placeholders);
  if (options.writer) lowering.addPlaceholders(options.writer.placeholders);
  lowering.addState(place.scope, {
    name,
    type: "Map",
    location: node.location,
    comment: options.comment,
    constants: { Label: options.label ?? labelName(path) },
    expressions: {
      MaxConcurrency: field(options.maxConcurrency),
      ToleratedFailureCount: field(options.toleratedFailureCount),
      ToleratedFailurePercentage: field(options.toleratedFailurePercentage),
      Items: items && readFrom(items, entry),
      ItemReader: "kind" in source ? undefined : lowerReader(source, node, place, entry),
      ItemSelector: selector,
      ItemBatcher: batcher,
      ResultWriter: lowerResultWriter(options),
    },
    processor: scope,
    processorConfig: { Mode: "DISTRIBUTED", ExecutionType: options.executionType },
    ...(options.retry && { retry: options.retry }),
    catchers: catchers.drafts,
    success: success.draft,
  });
  place.lowerBranch(node.body, { ...place, scope, path, environment: inner }, [start], { kind: "output" });
  return {
    edges: [success, ...catchers.lowerHandlers()],
    environment: place.environment.with(node.name, value),
  };
};
