import { type ExpressionNode, literal, object } from "@treadle/expressions";
import { isObject } from "./raw/json-object.js";

export type Fields = { readonly [field: string]: ExpressionNode };

/** The members of a node that is an object with names written out; undefined where it is something else. */
export function membersOf(node: ExpressionNode): Fields | undefined {
  if (node.kind === "literal" && isObject(node.value)) {
    return Object.fromEntries(Object.entries(node.value).map(([name, value]) => [name, literal(value)]));
  }
  if (node.kind !== "object") return undefined;
  const members: [string, ExpressionNode][] = [];
  for (const { key, value } of node.entries) {
    if (key.kind !== "literal") return undefined;
    members.push([String(key.value), value]);
  }
  return Object.fromEntries(members);
}

/** Lays fields over others: objects in both are merged, everything else is replaced. */
export function mergeFields(under: Fields, over: Fields): Fields {
  const merged = Object.entries(over).map(([name, value]) => {
    const below = Object.hasOwn(under, name) ? membersOf(under[name]!) : undefined;
    const above = below && membersOf(value);
    return [name, below && above ? object(mergeFields(below, above)) : value];
  });
  return { ...under, ...Object.fromEntries(merged) };
}
