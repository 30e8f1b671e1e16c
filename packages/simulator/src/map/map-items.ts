import { queryFailure, StateFailure } from "../failure.js";
import { describeUnexpectedType, readEffectiveInput, usesJsonata } from "../fields.js";
import { isJsonObject, type Json, type JsonObject } from "../json.js";
import { evaluateTemplate } from "../jsonata/evaluate-template.js";
import { fillTemplate } from "../jsonpath/payload-template.js";
import { readReferencePath } from "../jsonpath/read-path.js";
import type { MaybePromise } from "../maybe-promise.js";
import { createExpressionScope, createTemplateScope } from "../scopes.js";
import { hasChange } from "../service-changes.js";
import { inspect, type Strand, type Visit } from "../strand.js";
import { isDistributed } from "./processor.js";

/** What a Map state iterates over. */
export interface MapItems {
  readonly values: readonly Json[];
  /** Names, where the items are the members of an object. */
  readonly keys?: readonly string[];
  /** Where they come from, as the context object tells: `STATE_DATA`, `S3://bucket/key`. */
  readonly source: string;
}

/** Items out of an array, or out of an object where the service iterates over these; undefined where there are none. */
export function toMapItems(value: Json, source: string, strand: Strand): MapItems | undefined {
  if (Array.isArray(value)) return { values: value, source };
  if (!isJsonObject(value) || !hasChange("objectItems", strand.run.options.asOf)) return undefined;
  return { keys: Object.keys(value), values: Object.values(value), source };
}

/** Only a distributed Map iterates over an object. */
function toGivenItems(value: Json, visit: Visit, strand: Strand): MapItems | undefined {
  return Array.isArray(value) || isDistributed(visit.state) ? toMapItems(value, STATE_DATA, strand) : undefined;
}

/** The items of a Map state without a reader. @throws StateFailure where there are none. */
export async function readItems(visit: Visit, strand: Strand): Promise<MapItems> {
  const { Items, ItemsPath = "$" } = visit.state;
  if (usesJsonata(visit, strand)) {
    if (Items === undefined) {
      const items = toGivenItems(visit.input, visit, strand);
      if (items) return items;
      throw queryFailure(`Map state input must be an array but was: ${JSON.stringify(visit.input)}`);
    }
    const value = await evaluateTemplate(Items, "Items", createExpressionScope(visit, strand));
    const items = toGivenItems(value, visit, strand);
    if (items) return items;
    throw describeUnexpectedType(Items, "Items", "array", value);
  }
  const input = readEffectiveInput(visit, strand);
  const value = readReferencePath(ItemsPath, createTemplateScope(input, visit, strand));
  inspect(visit, "afterItemsPath", value);
  const items = toGivenItems(value, visit, strand);
  if (items) return items;
  // Of a path into the context object, Step Functions tells one dollar less, and of none which state failed.
  throw new StateFailure("States.Runtime", `Reference path "${ItemsPath.replace(/^\$\$/, "$")}" must point to array.`);
}

const STATE_DATA = "STATE_DATA";

/** The inputs of all iterations. */
export async function selectItems(items: MapItems, visit: Visit, strand: Strand): Promise<Json[]> {
  const selected: Json[] = [];
  for (const i of items.values.keys())
    selected.push(await selectItem(createMapItem(i, items, visit, strand), visit, strand));
  if (visit.state.ItemSelector !== undefined) inspect(visit, "afterItemSelector", selected);
  return selected;
}

/** An iteration's input: the item, or what ItemSelector makes of it. The context object holds the item meanwhile. */
export function selectItem(mapItem: JsonObject, visit: Visit, strand: Strand): MaybePromise<Json> {
  const { ItemSelector, Parameters } = visit.state;
  const itemVisit: Visit = { ...visit, mapItem };
  if (usesJsonata(visit, strand)) {
    if (ItemSelector === undefined) return toInput(mapItem);
    return evaluateTemplate(ItemSelector, "ItemSelector", createExpressionScope(itemVisit, strand));
  }
  const template = ItemSelector ?? Parameters;
  if (template === undefined) return toInput(mapItem);
  return fillTemplate(template, createTemplateScope(readEffectiveInput(visit, strand), itemVisit, strand));
}

/** Of an object's member, both its name and its value. */
function toInput({ Key, Value }: JsonObject): Json {
  return Key === undefined ? (Value as Json) : { Key, Value: Value as Json };
}

/** `Map.Item` of the context object. An inline Map does not tell where an item comes from. */
export function createMapItem(
  index: number,
  { keys, source, values }: MapItems,
  visit: Visit,
  strand: Strand,
): JsonObject {
  return {
    Index: index,
    ...(keys && { Key: keys[index] as string }),
    ...(isDistributed(visit.state) && hasChange("objectItems", strand.run.options.asOf) && { Source: source }),
    Value: values[index] as Json,
  };
}
