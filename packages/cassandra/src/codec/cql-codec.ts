import type { Json } from "@treadle/expressions";

/**
 * One CQL type between JSON and the driver. Going out, values are encoded to the bytes of the native protocol here, since
 * the driver's own encoders alter values silently and cannot write an empty collection inside another; the driver passes
 * bytes on as they are. Coming in, the driver has decoded them with `driverEncoding`.
 */
export interface CqlCodec {
  /**
   * @param path where the value stands among the parameters, `lines[2].qty`
   * @throws {UnfitValueError} when the value would not come back as it is
   */
  readonly encode: (value: Json, path: string) => Buffer;
  /** @throws {UnfitValueError} when JSON cannot hold the value in the type's form */
  readonly decode: (value: unknown, path: string) => Json;
  /** Bytes of a value inside a vector, where the protocol leaves the length out. */
  readonly vectorElementBytes?: number;
}

/** How the driver must be set up for the codecs' `decode`. */
export const driverEncoding = {
  map: Map,
  useBigIntAsLong: true,
  useBigIntAsVarint: true,
  useUndefinedAsUnset: false,
} as const;

/** A value that its type does not take. It tells the kind of the value, never the value. */
export class UnfitValueError extends Error {
  override readonly name = "UnfitValueError";
  readonly path: string;
  readonly type: string;
  readonly valueKind: string;

  constructor(path: string, type: string, value: unknown, expected: string) {
    const valueKind = kindOf(value);
    super(`"${path}" of type ${type} takes ${expected}; this ${valueKind} is none.`);
    this.path = path;
    this.type = type;
    this.valueKind = valueKind;
  }
}

/** `string`, `number`, `array` …, and the class name for values of the driver. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value !== "object") return typeof value;
  const name = Object.getPrototypeOf(value)?.constructor?.name;
  return name === undefined || name === "Object" ? "object" : name;
}
