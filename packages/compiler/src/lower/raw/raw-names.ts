import { findFreeVariables, isJsonataText, jsonataSource } from "@treadle/asl";
import type { Json } from "@treadle/expressions";
import { isObject, walkTexts } from "./json-object.js";

/** The names that the JSONata texts in a raw state read: steps, and variables that states inside it assign. */
export function rawNamesRead(fields: { readonly [field: string]: Json | undefined }): Set<string> {
  const names = new Set<string>();
  walkTexts(fields as Json, (text) => {
    if (!isJsonataText(text)) return;
    for (const { name } of findFreeVariables(jsonataSource(text))) names.add(name);
  });
  return names;
}

/** The variables that states inside a raw Map or Parallel assign, which their own texts may read. */
export function assignedInside(value: Json | undefined, names: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) for (const each of value) assignedInside(each, names);
  if (!isObject(value)) return names;
  for (const [key, member] of Object.entries(value)) {
    if (key === "Assign" && isObject(member)) for (const name of Object.keys(member)) names.add(name);
    else assignedInside(member, names);
  }
  return names;
}
