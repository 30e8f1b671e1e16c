import { isIP } from "node:net";
import type { NativeType } from "../../contract/cql-type.js";
import type { LiteralTerm } from "../../cql/index.js";
import { durationFault } from "./duration-fault.js";

/** Bits of the integer types. */
const integerBits: { readonly [type in NativeType]?: number } = {
  tinyint: 8,
  smallint: 16,
  int: 32,
  bigint: 64,
  counter: 64,
};

/** Days from 5881580 years before the epoch on, and nanoseconds of a day. */
const integerLimits: { readonly [type in NativeType]?: bigint } = { date: 0xffff_ffffn, time: 86_399_999_999_999n };

/** Why a constant that may be of this type has no value of it; undefined where it has. */
export function literalFault({ type, value }: LiteralTerm, target: NativeType): string | undefined {
  if (type === "float") {
    const isNumber = target !== "decimal" || Number.isFinite(Number(value));
    return isNumber ? undefined : `${value} is no decimal`;
  }
  if (type === "integer") {
    const limit = integerLimits[target];
    if (limit !== undefined) {
      const fits = BigInt(value) >= 0n && BigInt(value) <= limit;
      return fits ? undefined : `${value} is no ${target}`;
    }
    return fitsInteger(BigInt(value), target) ? undefined : `${value} is out of the range of ${target}`;
  }
  if (type === "duration") return durationFault(value);
  if (type === "uuid" && target === "timeuuid")
    return value[14] === "1" ? undefined : `${value} is a uuid of another version`;
  if (type === "hex") return hexFault(value, target);
  return type === "string" ? stringFault(value, target) : undefined;
}

/** Whether a number is in the range of an integer type; of every other type, any is. */
export function fitsInteger(value: bigint, target: NativeType): boolean {
  const bits = integerBits[target];
  return bits === undefined || BigInt.asIntN(bits, value) === value;
}

/** Of several bytes the server makes a tinyint that nothing can read. */
function hexFault(value: string, target: NativeType): string | undefined {
  if (value.length % 2 !== 0) return `${value} has half a byte`;
  return target === "tinyint" && value.length !== "0x00".length ? `${value} is not one byte` : undefined;
}

/** Why a text has no value of a type that is written as text. */
export function stringFault(value: string, target: NativeType): string | undefined {
  switch (target) {
    case "ascii":
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what ASCII is.
      return /^[\x00-\x7f]*$/.test(value) ? undefined : `'${value}' has characters that are not ASCII`;
    case "timestamp":
      return isTimestamp(value) ? undefined : `'${value}' is no timestamp`;
    case "date":
      return isDate(value) ? undefined : `'${value}' is no date`;
    case "time":
      return isTime(value.trim()) ? undefined : `'${value}' is no time`;
    case "inet":
      return isIP(value) !== 0 ? undefined : `'${value}' is no address`;
    default:
      return undefined;
  }
}

const zone = String.raw`(?:\s*(?:Z|UTC|GMT|[A-Z]{3,4}|[+-]\d{2}(?::?\d{2})?))?`;
const timestampPattern = new RegExp(
  String.raw`^(\d{1,4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d{1,9})?)?)?${zone}$`,
  "i",
);

function isTimestamp(value: string): boolean {
  if (/^-?\d+$/.test(value) || value.toLowerCase() === "now") return true;
  const match = timestampPattern.exec(value.trim());
  if (match === null) return false;
  const [, year, month, day, hour = "0", minute = "0", second = "0"] = match;
  return (
    isDay(Number(year), Number(month), Number(day)) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
  );
}

/** Of the day, or its nanoseconds. */
function isTime(value: string): boolean {
  if (/^\d+$/.test(value)) return BigInt(value) <= integerLimits.time!;
  const match = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d{1,9})?$/.exec(value);
  return match !== null && Number(match[1]) < 24 && Number(match[2]) < 60 && Number(match[3]) < 60;
}

function isDate(value: string): boolean {
  if (/^\d+$/.test(value)) return true;
  const match = /^(-?\d{1,7})-(\d{1,2})-(\d{1,2})$/.exec(value);
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
