import { types } from "cassandra-driver";
import { type CqlCodec, UnfitValueError } from "./cql-codec.js";

export const uuidCodec = createUuidCodec("uuid", /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, "a UUID");

/** Version 1 only, as the server checks. */
export const timeuuidCodec = createUuidCodec(
  "timeuuid",
  /^[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  "a UUID of version 1",
);

/** Upper case is accepted; lower case comes back. */
function createUuidCodec(type: string, pattern: RegExp, expected: string): CqlCodec {
  return {
    encode: (value, path) => {
      if (typeof value !== "string" || !pattern.test(value)) throw new UnfitValueError(path, type, value, expected);
      return Buffer.from(value.replaceAll("-", ""), "hex");
    },
    decode: (value, path) => {
      if (!(value instanceof types.Uuid)) throw new UnfitValueError(path, type, value, "a UUID from the server");
      return value.toString();
    },
    vectorElementBytes: 16,
  };
}
