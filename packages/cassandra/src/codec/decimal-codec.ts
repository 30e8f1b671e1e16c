import type { Json } from "@treadle/expressions";
import { types } from "cassandra-driver";
import { type CqlCodec, UnfitValueError } from "./cql-codec.js";
import { decodeVarint, encodeVarint } from "./integer-codecs.js";

/**
 * A decimal string that keeps its scale: `"1.10"`. A scale below 0 or above 100 is written with an exponent, `"12E3"`, so
 * that a stored `1E-1000000` stays short.
 */
export const decimalCodec: CqlCodec = {
  encode: (value, path) => {
    const { unscaled, scale } = parseDecimal(value, path);
    const head = Buffer.allocUnsafe(4);
    head.writeInt32BE(scale);
    return Buffer.concat([head, encodeVarint(unscaled)]);
  },
  decode: (value, path) => {
    if (!(value instanceof types.BigDecimal)) {
      throw new UnfitValueError(path, "decimal", value, "a decimal from the server");
    }
    const bytes = types.BigDecimal.toBuffer(value);
    return formatDecimal(decodeVarint(bytes.subarray(4)), bytes.readInt32BE(0));
  },
};

/** The server takes `1.0` and `1.00` for one element of a set and one key of a map: here they have equal bytes. */
export const decimalIdentityCodec: CqlCodec = {
  ...decimalCodec,
  encode: (value, path) => {
    let { unscaled, scale } = parseDecimal(value, path);
    while (unscaled !== 0n && unscaled % 10n === 0n) {
      unscaled /= 10n;
      scale--;
    }
    return Buffer.from(unscaled === 0n ? "0" : `${unscaled}E${-scale}`);
  },
};

const longestPlainScale = 100;
const maxScale = 2 ** 31 - 1;

function parseDecimal(value: Json, path: string): { unscaled: bigint; scale: number } {
  const match =
    typeof value === "string" ? /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:E(-?[0-9]{1,10}))?$/.exec(value) : null;
  if (match !== null) {
    const [, sign, whole, fraction = "", exponent = "0"] = match;
    const digits = BigInt(`${whole}${fraction}`);
    const scale = fraction.length - Number(exponent);
    // There is no negative zero: it would come back without its sign.
    if (Math.abs(scale) <= maxScale && !(sign === "-" && digits === 0n)) {
      return { unscaled: sign === "-" ? -digits : digits, scale };
    }
  }
  throw new UnfitValueError(path, "decimal", value, 'a decimal string, such as "1.10"');
}

function formatDecimal(unscaled: bigint, scale: number): string {
  if (scale === 0) return unscaled.toString();
  if (scale < 0 || scale > longestPlainScale) return `${unscaled}E${-scale}`;
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, "0");
  const point = digits.length - scale;
  return `${unscaled < 0n ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}`;
}
