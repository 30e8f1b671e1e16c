import {
  type ExpressionNode,
  literal,
  object,
  path as pathOf,
  placeholder,
  property,
  states,
} from "@treadle/expressions";
import type { ItemReaderDefinition, ResultWriterDefinition } from "@treadle/workflow";
import { carryAll } from "../carry.js";
import { prepareCatchers } from "../catchers.js";
import { assignOn, enter, leavingEdge, startEdge } from "../edge.js";
import { lowerLambdaRef } from "../lower-lambda-ref.js";
import { labelName, stateName } from "../names.js";
import { namesRead } from "../names-read.js";
import { joinPath, type LowerStep, valueAt } from "../place.js";
import { newScope } from "../state-draft.js";
import { readFrom } from "../substitute.js";

const mapItem = pathOf(states("context"), "Map", "Item");
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
  const outer = new Set([...names].filter((each) => !ownNames.has(each)));
  const { carried, environment } = carryAll(place.environment, entry, path, outer);
  const given = Object.fromEntries(carried.map((each) => [each.name, each.expression]));

  const delivered = new Map<string, ExpressionNode>();
  let inner = environment;
  let selector: ExpressionNode | undefined;
  let batcher: ExpressionNode | undefined;
  if (options.batch) {
    const batch = valueAt(path, "batch");
    inner = inner.with("batch", batch);
    delivered.set(batch.key, pathOf(states("input"), "Items"));
    for (const each of carried) delivered.set(each.key, pathOf(states("input"), "BatchInput", each.name));
    batcher = object({
      ...(carried.length > 0 && { BatchInput: object(given) }),
      ...(options.batch.maxItems !== undefined && { MaxItemsPerBatch: literal(options.batch.maxItems) }),
      ...(options.batch.maxInputBytes !== undefined && { MaxInputBytesPerBatch: literal(options.batch.maxInputBytes) }),
    });
  } else {
    const item = valueAt(path, "item");
    const index = valueAt(path, "index");
    inner = inner.with("item", item).with("index", index);
    const selects = carried.length > 0 || names.has("index");
    delivered.set(item.key, selects ? property(states("input"), "item") : states("input"));
    delivered.set(index.key, property(states("input"), "index"));
    for (const each of carried) delivered.set(each.key, property(states("input"), each.name));
    selector = selects
      ? object({
          item: property(mapItem, "Value"),
          ...(names.has("index") && { index: property(mapItem, "Index") }),
          ...given,
        })
      : undefined;
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
    constants: {
      MaxConcurrency: options.maxConcurrency,
      ToleratedFailureCount: options.toleratedFailureCount,
      ToleratedFailurePercentage: options.toleratedFailurePercentage,
      Label: options.label ?? labelName(path),
    },
    expressions: {
      ...("kind" in source
        ? { Items: readFrom(lowerLambdaRef(source, node, place), entry) }
        : { ItemReader: serviceOf(source, "ReaderConfig") }),
      ItemSelector: selector,
      ItemBatcher: batcher,
      ResultWriter: options.writer && serviceOf(options.writer, "WriterConfig"),
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

function serviceOf(
  { resource, config, arguments: args }: ItemReaderDefinition | ResultWriterDefinition,
  configField: "ReaderConfig" | "WriterConfig",
): ExpressionNode {
  return object({
    Resource: placeholder(resource),
    ...(Object.keys(config).length > 0 && { [configField]: literal(config) }),
    Arguments: args,
  });
}
