import {
  array,
  type ExpressionNode,
  object,
  objectOfEntries,
  path,
  property,
  source,
  states,
} from "@treadle/expressions";

/** What ItemSelector, and nothing else, can read of an item. */
export const mapItem = path(states("context"), "Map", "Item");

/** A member of an object that a reader iterates over. */
export const objectMember = object({ key: property(mapItem, "Key"), value: property(mapItem, "Value") });

/** Elements of their own, since an array in the value would be spliced into an array constructor. */
const keyAndValue = array([source("$states.context.Map.Item.Key"), source("$states.context.Map.Item.Value")]);

/**
 * A distributed Map state iterates over an object's members itself, as an inline one does not: of `Object.entries(rates)`
 * it takes `rates`, and makes the pairs.
 */
export function mapItems(items: ExpressionNode): {
  readonly items: ExpressionNode;
  /** What ItemSelector must make of each item. */
  readonly pair: ExpressionNode | undefined;
} {
  const members = objectOfEntries(items);
  return members ? { items: members, pair: keyAndValue } : { items, pair: undefined };
}
