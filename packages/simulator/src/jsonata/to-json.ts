import { type Json, type JsonObject, setOwn } from "../json.js";

/** A result that is no JSON, such as a function. */
export class UnsupportedResultError extends Error {}

/**
 * An engine's result as JSON: plain arrays without the engine's marks, non-finite numbers as the words that Step
 * Functions writes.
 *
 * @throws UnsupportedResultError
 */
export function toJson(value: unknown): Json {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      if (!Number.isFinite(value)) return String(value);
      return value === 0 ? 0 : value;
    case "object":
      break;
    default:
      throw new UnsupportedResultError();
  }
  if (value === null) return null;
  if (Array.isArray(value)) return value.map(toJson);
  const source = value as Record<string, unknown>;
  if (isEngineObject(source)) throw new UnsupportedResultError();
  const object: JsonObject = {};
  for (const key of Object.keys(source)) {
    if (source[key] !== undefined) setOwn(object, key, toJson(source[key]));
  }
  return object;
}

/** Lambdas and built-in functions of the engine are objects with these marks; a regular expression is one of Node's. */
function isEngineObject(value: Record<string, unknown>): boolean {
  return value._jsonata_lambda === true || value._jsonata_function === true || value instanceof RegExp;
}
