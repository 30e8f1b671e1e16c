import { StateFailure } from "../failure.js";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../json.js";
import { parsePath } from "./parse-path.js";
import type { PathSegment } from "./path.js";

/** A copy of `target` with `value` put at a reference path, as `ResultPath` does; missing objects are made. */
export function setAtPath(target: Json, pathText: string, value: Json): Json {
  return put(target, parsePath(pathText).segments, 0, value);
}

function put(target: Json, segments: readonly PathSegment[], depth: number, value: Json): Json {
  const segment = segments[depth];
  if (segment === undefined) return value;
  if (segment.kind === "indexes" && Array.isArray(target)) {
    const index = segment.indexes[0] as number;
    if (index === 0 && target.length === 0) return [put({}, segments, depth + 1, value)];
    if (index < 0 || index >= target.length) return refuse(`[${index}]`, target);
    return target.with(index, put(target[index] as Json, segments, depth + 1, value));
  }
  if (segment.kind !== "members") return refuse(segment.kind, target);
  const name = segment.names[0] as string;
  if (!isJsonObject(target)) return refuse(name, target);
  const copy: JsonObject = { ...target };
  setOwn(copy, name, put(findInner(target, name, segments[depth + 1]), segments, depth + 1, value));
  return copy;
}

function findInner(target: JsonObject, name: string, next: PathSegment | undefined): Json {
  if (Object.hasOwn(target, name) && isContainer(target[name])) return target[name] as Json;
  return next?.kind === "indexes" ? [] : {};
}

function isContainer(value: Json | undefined): boolean {
  return typeof value === "object" && value !== null;
}

function refuse(step: string, target: Json): never {
  throw new StateFailure(
    "States.ResultPathMatchFailure",
    `Unable to apply step "${step}" to input ${JSON.stringify(target)}`,
    { located: true },
  );
}
