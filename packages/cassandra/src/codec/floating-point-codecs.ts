import type { Json } from "@treadle/expressions";
import { type CqlCodec, UnfitValueError } from "./cql-codec.js";

/** 64 bits: a JSON number, or one of the texts `NaN`, `Infinity`, `-Infinity`, which JSON numbers cannot say. */
export const doubleCodec: CqlCodec = {
  encode: (value, path) => {
    const buffer = Buffer.allocUnsafe(8);
    buffer.writeDoubleBE(toNumber(value, path, "double"));
    return buffer;
  },
  decode: (value, path) => fromNumber(value, path, "double"),
  vectorElementBytes: 8,
};

/**
 * 32 bits: as double. A number is rounded to the nearest that 32 bits hold, and comes back as the shortest decimal that
 * means the same 32 bits: 0.1 stays 0.1. A number beyond their range is refused.
 */
export const floatCodec: CqlCodec = {
  encode: (value, path) => {
    const number = toNumber(value, path, "float");
    if (Number.isFinite(number) && !Number.isFinite(Math.fround(number))) {
      throw new UnfitValueError(path, "float", value, "a number of at most 3.4028234663852886e38");
    }
    const buffer = Buffer.allocUnsafe(4);
    buffer.writeFloatBE(number);
    return buffer;
  },
  decode: (value, path) => {
    const number = fromNumber(value, path, "float");
    return typeof number === "number" ? shortestFloat(number) : number;
  },
  vectorElementBytes: 4,
};

const notFinite = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

function toNumber(value: Json, path: string, type: string): number {
  // Adding 0 turns -0 into 0: JSON text does not tell them apart.
  if (typeof value === "number" && Number.isFinite(value)) return value + 0;
  const special = typeof value === "string" ? notFinite.get(value) : undefined;
  if (special !== undefined) return special;
  throw new UnfitValueError(path, type, value, 'a number, "NaN", "Infinity" or "-Infinity"');
}

function fromNumber(value: unknown, path: string, type: string): number | string {
  if (typeof value !== "number") throw new UnfitValueError(path, type, value, "a number from the server");
  return Number.isFinite(value) ? value + 0 : String(value);
}

function shortestFloat(value: number): number {
  for (let digits = 1; digits <= 9; digits++) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return shorter;
  }
  return value;
}
