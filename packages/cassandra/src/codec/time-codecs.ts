import { types } from "cassandra-driver";
import { type CqlCodec, UnfitValueError } from "./cql-codec.js";

const millisPerDay = 86_400_000;
const nanosPerSecond = 1_000_000_000n;

/** ISO 8601 in UTC with up to three digits of a second, years 0000 to 9999; comes back with three. */
export const timestampCodec: CqlCodec = {
  encode: (value, path) => {
    const match = typeof value === "string" ? /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?Z$/.exec(value) : null;
    const full = match === null ? "" : `${match[1]}.${(match[2] ?? "").padEnd(3, "0")}Z`;
    const millis = Date.parse(full);
    // Node.js carries the 30th of February over into March.
    if (Number.isNaN(millis) || new Date(millis).toISOString() !== full) {
      throw new UnfitValueError(path, "timestamp", value, 'a UTC time, such as "2026-01-31T23:59:59.123Z"');
    }
    const buffer = Buffer.allocUnsafe(8);
    buffer.writeBigInt64BE(BigInt(millis));
    return buffer;
  },
  decode: (value, path) => {
    if (!(value instanceof Date) || !isIsoYear(value)) {
      throw new UnfitValueError(path, "timestamp", value, "a time in the years 0000 to 9999");
    }
    return value.toISOString();
  },
  vectorElementBytes: 8,
};

/** `YYYY-MM-DD`, years 0000 to 9999. On the wire: days, where 2^31 is 1970-01-01. */
export const dateCodec: CqlCodec = {
  encode: (value, path) => {
    const millis = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(millis) || new Date(millis).toISOString().slice(0, 10) !== value) {
      throw new UnfitValueError(path, "date", value, 'a date, such as "2026-01-31"');
    }
    const buffer = Buffer.allocUnsafe(4);
    buffer.writeUInt32BE(millis / millisPerDay + 2 ** 31);
    return buffer;
  },
  decode: (value, path) => {
    const days = value instanceof types.LocalDate ? value.toBuffer().readUInt32BE() - 2 ** 31 : Number.NaN;
    const date = new Date(days * millisPerDay);
    if (!isIsoYear(date)) throw new UnfitValueError(path, "date", value, "a date in the years 0000 to 9999");
    return date.toISOString().slice(0, 10);
  },
};

/** `HH:MM:SS` with up to nine digits of a second; comes back with as many as are not zero at the end. */
export const timeCodec: CqlCodec = {
  encode: (value, path) => {
    const match =
      typeof value === "string" ? /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?$/.exec(value) : null;
    if (match === null) throw new UnfitValueError(path, "time", value, 'a time of day, such as "23:59:59.123"');
    const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]);
    const buffer = Buffer.allocUnsafe(8);
    buffer.writeBigInt64BE(BigInt(seconds) * nanosPerSecond + BigInt((match[4] ?? "").padEnd(9, "0")));
    return buffer;
  },
  decode: (value, path) => {
    if (!(value instanceof types.LocalTime)) {
      throw new UnfitValueError(path, "time", value, "a time of day from the server");
    }
    const nanos = value.toBuffer().readBigInt64BE();
    const clock = new Date(Number(nanos / nanosPerSecond) * 1000).toISOString().slice(11, 19);
    const fraction = (nanos % nanosPerSecond).toString().padStart(9, "0").replace(/0+$/, "");
    return fraction === "" ? clock : `${clock}.${fraction}`;
  },
};

function isIsoYear(date: Date): boolean {
  return !Number.isNaN(date.getTime()) && date.getUTCFullYear() >= 0 && date.getUTCFullYear() <= 9999;
}
