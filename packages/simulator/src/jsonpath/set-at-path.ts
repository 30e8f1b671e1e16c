import { isJsonObject, type Json, type JsonObject, setOwn } from "../json.js";
import { parsePath } from "./parse-path.js";
import type { PathSegment } from "./path.js";
import { referencePathConflict } from "./reference-path-conflict.js";

/** A copy of `target` with `value` put at a reference path, as `ResultPath` does; missing objects are made. */
export function setAtPath(target: Json, pathText: string, value: Json): Json {
  const { segments } = parsePath(pathText);
  const refuse = (step: string): never => {
    throw referencePathConflict(pathText, step, target);
  };
  return put(target, segments, 0, value, refuse);
}

function put(
  target: Json,
  segments: readonly PathSegment[],
  depth: number,
  value: Json,
  refuse: (step: string) => never,
): Json {
  const segment = segments[depth];
  if (segment === undefined) return value;
  if (segment.kind === "indexes" && Array.isArray(target)) {
    const index = segment.indexes[0] as number;
    if (index === 0 && target.length === 0) return [put({}, segments, depth + 1, value, refuse)];
    if (index < 0 || index >= target.length) return refuse(`[${index}]`);
    return target.with(index, put(target[index] as Json, segments, depth + 1, value, refuse));
  }
  if (segment.kind !== "members") return refuse(segment.kind);
  const name = segment.names[0] as string;
  if (!isJsonObject(target)) return refuse(name);
  const copy: JsonObject = { ...target };
  setOwn(copy, name, put(findInner(target, name, segments[depth + 1]), segments, depth + 1, value, refuse));
  return copy;
}

function findInner(target: JsonObject, name: string, next: PathSegment | undefined): Json {
  if (Object.hasOwn(target, name) && isContainer(target[name])) return target[name] as Json;
  return next?.kind === "indexes" ? [] : {};
}

function isContainer(value: Json | undefined): boolean {
  return typeof value === "object" && value !== null;
}
