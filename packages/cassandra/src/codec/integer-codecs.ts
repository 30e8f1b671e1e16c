import type { Json } from "@treadle/expressions";
import { type CqlCodec, UnfitValueError } from "./cql-codec.js";

export const tinyintCodec = smallIntegerCodec("tinyint", 1);
export const smallintCodec = smallIntegerCodec("smallint", 2);
export const intCodec: CqlCodec = { ...smallIntegerCodec("int", 4), vectorElementBytes: 4 };
export const bigintCodec: CqlCodec = { ...longCodec("bigint"), vectorElementBytes: 8 };
export const counterCodec = longCodec("counter");

/** Any whole number, as a decimal string. */
export const varintCodec: CqlCodec = {
  encode: (value, path) => encodeVarint(wholeNumber(value, path, "varint")),
  decode: (value, path) => decodeBigInt(value, path, "varint"),
};

/** A whole number of up to 32 bits, as a JSON number. */
function smallIntegerCodec(type: string, bytes: 1 | 2 | 4): CqlCodec {
  const limit = 2 ** (bytes * 8 - 1);
  return {
    encode: (value, path) => {
      if (typeof value !== "number" || !Number.isInteger(value) || value < -limit || value >= limit) {
        throw new UnfitValueError(path, type, value, `a whole number from ${-limit} to ${limit - 1}`);
      }
      const buffer = Buffer.allocUnsafe(bytes);
      buffer.writeIntBE(value, 0, bytes);
      return buffer;
    },
    decode: (value, path) => {
      if (typeof value !== "number") throw new UnfitValueError(path, type, value, "a number from the server");
      return value;
    },
  };
}

/** 64 bits, as a decimal string: JSON numbers lose digits beyond 2^53. Safe integers are accepted as numbers too. */
function longCodec(type: string): CqlCodec {
  return {
    encode: (value, path) => {
      const long = wholeNumber(value, path, type);
      if (BigInt.asIntN(64, long) !== long) {
        throw new UnfitValueError(path, type, value, "a whole number of 64 bits as a decimal string");
      }
      const buffer = Buffer.allocUnsafe(8);
      buffer.writeBigInt64BE(long);
      return buffer;
    },
    decode: (value, path) => decodeBigInt(value, path, type),
  };
}

function wholeNumber(value: Json, path: string, type: string): bigint {
  if (typeof value === "string" && /^(?:0|-?[1-9][0-9]*)$/.test(value)) return BigInt(value);
  if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
  throw new UnfitValueError(path, type, value, 'a whole number as a decimal string, such as "-12"');
}

function decodeBigInt(value: unknown, path: string, type: string): string {
  if (typeof value !== "bigint") throw new UnfitValueError(path, type, value, "a whole number from the server");
  return value.toString();
}

/** Two's complement, big endian, in as few bytes as hold the sign. */
export function encodeVarint(value: bigint): Buffer {
  // The complement of a negative number has as many significant bits as the number needs beside its sign.
  const magnitude = value < 0n ? ~value : value;
  const bits = magnitude === 0n ? 0 : magnitude.toString(2).length;
  const bytes = Math.floor(bits / 8) + 1;
  return Buffer.from(
    BigInt.asUintN(bytes * 8, value)
      .toString(16)
      .padStart(bytes * 2, "0"),
    "hex",
  );
}

export function decodeVarint(bytes: Buffer): bigint {
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${bytes.toString("hex")}`));
}
