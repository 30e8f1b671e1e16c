import type { Json } from "@treadle/expressions";
import { types } from "cassandra-driver";
import { isJsonObject } from "./collection-codecs.js";
import { type CqlCodec, UnfitValueError } from "./cql-codec.js";
import { lengthPrefixed, unsignedVint } from "./wire-values.js";

/** An array with one place per element; an element may be null. */
export function tupleCodec(type: string, elements: readonly CqlCodec[]): CqlCodec {
  return {
    encode: (value, path) => {
      if (!Array.isArray(value) || value.length !== elements.length) {
        throw new UnfitValueError(path, type, value, `an array of ${elements.length} elements`);
      }
      return encodeMembers(elements.map((codec, index) => [codec, value[index] as Json, `${path}[${index}]`]));
    },
    decode: (value, path) => {
      if (!(value instanceof types.Tuple)) throw new UnfitValueError(path, type, value, "a tuple from the server");
      return elements.map((codec, index) => decodeMember(codec, value.get(index), `${path}[${index}]`));
    },
  };
}

/** An object with every field, no more and no less; a field may be null. A field younger than the row comes back null. */
export function userTypeCodec(type: string, fields: readonly (readonly [string, CqlCodec])[]): CqlCodec {
  const names = new Set(fields.map(([name]) => name));
  return {
    encode: (value, path) => {
      const complete = isJsonObject(value) && fields.every(([name]) => Object.hasOwn(value, name));
      if (!complete || !Object.keys(value).every((name) => names.has(name))) {
        throw new UnfitValueError(path, type, value, `an object with exactly the fields ${[...names].join(", ")}`);
      }
      return encodeMembers(fields.map(([name, codec]) => [codec, value[name]!, `${path}.${name}`]));
    },
    decode: (value, path) => {
      if (typeof value !== "object" || value === null) {
        throw new UnfitValueError(path, type, value, "a user type from the server");
      }
      const row = value as { readonly [name: string]: unknown };
      return Object.fromEntries(
        fields.map(([name, codec]) => [name, decodeMember(codec, row[name], `${path}.${name}`)]),
      );
    },
  };
}

/** An array of exactly as many elements as the type says, none of them null. */
export function vectorCodec(type: string, element: CqlCodec, dimension: number): CqlCodec {
  const elementBytes = element.vectorElementBytes;
  return {
    encode: (value, path) => {
      if (!Array.isArray(value) || value.length !== dimension) {
        throw new UnfitValueError(path, type, value, `an array of ${dimension} elements`);
      }
      const elements = (value as readonly Json[]).map((item, index) => element.encode(item, `${path}[${index}]`));
      if (elementBytes !== undefined) return Buffer.concat(elements);
      return Buffer.concat(elements.flatMap((bytes) => [unsignedVint(bytes.length), bytes]));
    },
    decode: (value, path) => {
      if (!(value instanceof types.Vector)) throw new UnfitValueError(path, type, value, "a vector from the server");
      return value.elements.map((item, index) => element.decode(item, `${path}[${index}]`));
    },
    ...(elementBytes === undefined ? {} : { vectorElementBytes: elementBytes * dimension }),
  };
}

function encodeMembers(members: readonly (readonly [CqlCodec, Json, string])[]): Buffer {
  return Buffer.concat(
    members.map(([codec, value, path]) => lengthPrefixed(value === null ? null : codec.encode(value, path))),
  );
}

function decodeMember(codec: CqlCodec, value: unknown, path: string): Json {
  return value === null || value === undefined ? null : codec.decode(value, path);
}
