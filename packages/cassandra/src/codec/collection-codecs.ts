import type { Json } from "@treadle/expressions";
import { type CqlCodec, UnfitValueError } from "./cql-codec.js";
import { countPrefixed } from "./wire-values.js";

/** An array. Elements are never null. */
export function listCodec(type: string, element: CqlCodec): CqlCodec {
  return {
    encode: (value, path) => {
      const elements = encodeElements(value, path, type, element);
      return countPrefixed(elements.length, elements);
    },
    decode: (value, path) => decodeElements(value, path, type, element),
  };
}

/**
 * An array without equal elements; it comes back in the server's order.
 *
 * @param identity encodes elements so that those which are one to the server have equal bytes
 */
export function setCodec(type: string, element: CqlCodec, identity: CqlCodec): CqlCodec {
  return {
    encode: (value, path) => {
      const elements = encodeElements(value, path, type, element);
      const distinct = identity === element ? elements : encodeElements(value, path, type, identity);
      assertDistinct(distinct, value, path, type, "an array without equal elements");
      // The server takes any order; with one order for all, equal sets have equal bytes.
      return countPrefixed(elements.length, elements.sort(Buffer.compare));
    },
    decode: (value, path) => decodeElements(value, path, type, element),
  };
}

/** An object where keys are text, since JSON has no other keys; it comes back in the server's order. */
export function textMapCodec(type: string, key: CqlCodec, element: CqlCodec): CqlCodec {
  return {
    encode: (value, path) => {
      if (!isJsonObject(value)) throw new UnfitValueError(path, type, value, "an object");
      return encodeMap(type, key, key, element, Object.entries(value), value, path);
    },
    decode: (value, path) => Object.fromEntries(decodeMap(type, key, element, value, path) as [string, Json][]),
  };
}

/**
 * An array of `[key, value]` where keys are not text.
 *
 * @param identity encodes keys so that those which are one to the server have equal bytes
 */
export function entriesMapCodec(type: string, key: CqlCodec, identity: CqlCodec, element: CqlCodec): CqlCodec {
  return {
    encode: (value, path) => {
      const entries = Array.isArray(value) ? (value as readonly Json[]) : undefined;
      if (entries === undefined || !entries.every(isPair)) {
        throw new UnfitValueError(path, type, value, "an array of [key, value] pairs");
      }
      return encodeMap(type, key, identity, element, entries, value, path);
    },
    decode: (value, path) => decodeMap(type, key, element, value, path),
  };
}

/** Paths give an entry's place, not its key: a key is data. */
function encodeMap(
  type: string,
  key: CqlCodec,
  identity: CqlCodec,
  element: CqlCodec,
  entries: readonly (readonly [Json, Json])[],
  value: Json,
  path: string,
): Buffer {
  const encodeKeys = (codec: CqlCodec) => entries.map(([name], index) => codec.encode(name, `${path}[${index}].key`));
  const keys = encodeKeys(key);
  assertDistinct(identity === key ? keys : encodeKeys(identity), value, path, type, "entries without equal keys");
  const members = entries.map(
    ([, item], index) => [keys[index]!, element.encode(item, `${path}[${index}].value`)] as const,
  );
  members.sort(([a], [b]) => Buffer.compare(a, b));
  return countPrefixed(entries.length, members.flat());
}

function decodeMap(type: string, key: CqlCodec, element: CqlCodec, value: unknown, path: string): [Json, Json][] {
  if (!(value instanceof Map)) throw new UnfitValueError(path, type, value, "a map from the server");
  return Array.from(value, ([name, item], index) => [
    key.decode(name, `${path}[${index}].key`),
    element.decode(item, `${path}[${index}].value`),
  ]);
}

function encodeElements(value: Json, path: string, type: string, element: CqlCodec): Buffer[] {
  if (!Array.isArray(value)) throw new UnfitValueError(path, type, value, "an array");
  return (value as readonly Json[]).map((item, index) => element.encode(item, `${path}[${index}]`));
}

function decodeElements(value: unknown, path: string, type: string, element: CqlCodec): Json[] {
  if (!Array.isArray(value)) throw new UnfitValueError(path, type, value, "an array from the server");
  return value.map((item, index) => element.decode(item, `${path}[${index}]`));
}

function assertDistinct(encoded: readonly Buffer[], value: Json, path: string, type: string, expected: string): void {
  if (new Set(encoded.map((bytes) => bytes.toString("latin1"))).size < encoded.length) {
    throw new UnfitValueError(path, type, value, expected);
  }
}

function isPair(value: Json): value is readonly [Json, Json] {
  return Array.isArray(value) && value.length === 2;
}

export function isJsonObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
