import { queryFailure, runtimeFailure } from "../failure.js";
import { evaluateTyped, readEffectiveInput, usesJsonata } from "../fields.js";
import type { Json, JsonObject } from "../json.js";
import { evaluateTemplate } from "../jsonata/evaluate-template.js";
import { fillTemplate } from "../jsonpath/payload-template.js";
import { readPath } from "../jsonpath/read-path.js";
import { createExpressionScope, createTemplateScope } from "../scopes.js";
import { inspect, type Strand, type Visit } from "../strand.js";

/** The array that a Map state without a reader iterates over. @throws StateFailure where it is none. */
export async function readItems(visit: Visit, strand: Strand): Promise<Json[]> {
  const { Items, ItemsPath = "$" } = visit.state;
  if (usesJsonata(visit, strand)) {
    if (Items !== undefined) return (await evaluateTyped(Items, "Items", "array", visit, strand)) as Json[];
    if (Array.isArray(visit.input)) return visit.input;
    throw queryFailure(`Map state input must be an array but was: ${JSON.stringify(visit.input)}`, "Items");
  }
  const input = readEffectiveInput(visit, strand);
  const items = readPath(ItemsPath, createTemplateScope(input, visit, strand));
  inspect(visit, "afterItemsPath", items);
  if (Array.isArray(items)) return items;
  throw runtimeFailure(`Reference path "${ItemsPath}" must point to array.`);
}

/** An iteration's input: the item, or what ItemSelector makes of it. The context object holds the item meanwhile. */
export async function selectItem(mapItem: JsonObject, visit: Visit, strand: Strand): Promise<Json> {
  const { ItemSelector, Parameters } = visit.state;
  const itemVisit: Visit = { ...visit, mapItem };
  if (usesJsonata(visit, strand)) {
    if (ItemSelector === undefined) return mapItem.Value as Json;
    return evaluateTemplate(ItemSelector, "ItemSelector", createExpressionScope(itemVisit, strand));
  }
  const template = ItemSelector ?? Parameters;
  if (template === undefined) return mapItem.Value as Json;
  return fillTemplate(template, createTemplateScope(readEffectiveInput(visit, strand), itemVisit, strand));
}

export function createMapItem(index: number, value: Json): JsonObject {
  return { Index: index, Value: value };
}
