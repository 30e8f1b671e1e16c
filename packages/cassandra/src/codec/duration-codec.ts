import type { Json } from "@treadle/expressions";
import { types } from "cassandra-driver";
import { type CqlCodec, UnfitValueError } from "./cql-codec.js";

/**
 * Months, days and nanoseconds, which have no fixed ratio. Written as CQL does (`1y2mo3d4h5m6s7ms8us9ns`) or as ISO 8601
 * (`P1Y2M3DT4H5M6S`, `P2W`), with a leading minus for all parts; comes back as CQL writes it, in the largest units.
 */
export const durationCodec: CqlCodec = {
  encode: (value, path) => {
    const parts = parseDuration(value, path);
    return new types.Duration(parts.months, parts.days, types.Long.fromString(parts.nanos.toString())).toBuffer();
  },
  decode: (value, path) => {
    if (!(value instanceof types.Duration)) {
      throw new UnfitValueError(path, "duration", value, "a duration from the server");
    }
    // The driver's declarations leave the three fields out.
    const parts = value as unknown as { months: number; days: number; nanoseconds: types.Long };
    return formatDuration(parts.months, parts.days, BigInt(parts.nanoseconds.toString()));
  },
};

interface DurationParts {
  readonly months: number;
  readonly days: number;
  readonly nanos: bigint;
}

const nanosByUnit = [
  ["h", 3_600_000_000_000n],
  ["m", 60_000_000_000n],
  ["s", 1_000_000_000n],
  ["ms", 1_000_000n],
  ["us", 1_000n],
  ["ns", 1n],
] as const;

const cqlPattern =
  /^(-?)(?=\d)(?:(\d+)y)?(?:(\d+)mo)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?(?:(\d+)[uµ]s)?(?:(\d+)ns)?$/;
const isoPattern =
  /^(-?)P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

function parseDuration(value: Json, path: string): DurationParts {
  const match = typeof value === "string" ? (cqlPattern.exec(value) ?? isoPattern.exec(value)) : null;
  if (match !== null) {
    const [sign, ...counts] = match.slice(1);
    const [years = 0n, months = 0n, weeks = 0n, days = 0n, ...times] = counts.map((count) => BigInt(count ?? 0));
    const factor = sign === "-" ? -1n : 1n;
    const parts = {
      months: factor * (years * 12n + months),
      days: factor * (weeks * 7n + days),
      nanos: factor * nanosByUnit.reduce((sum, [, nanos], index) => sum + (times[index] ?? 0n) * nanos, 0n),
    };
    if (fits(parts.months, 32) && fits(parts.days, 32) && fits(parts.nanos, 64)) {
      return { months: Number(parts.months), days: Number(parts.days), nanos: parts.nanos };
    }
  }
  throw new UnfitValueError(path, "duration", value, 'a duration, such as "2mo10d12h" or "P2M10DT12H"');
}

function formatDuration(months: number, days: number, nanos: bigint): string {
  const sign = months < 0 || days < 0 || nanos < 0n ? "-" : "";
  let text = "";
  const write = (count: number | bigint, unit: string) => {
    if (Number(count) !== 0) text += `${count}${unit}`;
  };
  write(Math.floor(Math.abs(months) / 12), "y");
  write(Math.abs(months) % 12, "mo");
  write(Math.abs(days), "d");
  let rest = nanos < 0n ? -nanos : nanos;
  for (const [unit, size] of nanosByUnit) {
    write(rest / size, unit);
    rest %= size;
  }
  return text === "" ? "0s" : `${sign}${text}`;
}

function fits(value: bigint, bits: number): boolean {
  return BigInt.asIntN(bits, value) === value;
}
