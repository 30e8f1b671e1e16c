import type { Json } from "@treadle/expressions";
import * as fc from "fast-check";
import type { UserTypes } from "../src/codec/create-codec.js";
import { type CqlType, formatCqlName } from "../src/contract/cql-type.js";

/** User types that the generated types may name. */
export const sampleUserTypes: UserTypes = new Map([
  [
    "point",
    [
      ["x", native("double")],
      ["y", native("double")],
    ],
  ],
  [
    '"Label"',
    [
      ["text", native("text")],
      ["tags", { kind: "list", element: native("text"), frozen: true }],
      ["weight", native("decimal")],
    ],
  ],
]);

type Native = Extract<CqlType, { kind: "native" }>["name"];

function native(name: Native): CqlType {
  return { kind: "native", name };
}

const storable: readonly Native[] = [
  "ascii",
  "bigint",
  "blob",
  "boolean",
  "date",
  "decimal",
  "double",
  "duration",
  "float",
  "inet",
  "int",
  "smallint",
  "text",
  "time",
  "timestamp",
  "timeuuid",
  "tinyint",
  "uuid",
  "varint",
];

/** Durations have no order, so the server refuses them in sets and as keys of maps. */
const ordered = storable.filter((name) => name !== "duration");

/** Types as a column may have them: natives, and collections, tuples, vectors and user types up to `depth` deep. */
export function cqlTypes(depth: number, keys = false): fc.Arbitrary<CqlType> {
  const leaf = fc.constantFrom(...(keys ? ordered : storable)).map(native);
  if (depth === 0) return leaf;
  const inner = fc.oneof(leaf, cqlTypes(depth - 1, keys));
  const orderedInner = fc.oneof(fc.constantFrom(...ordered).map(native), cqlTypes(depth - 1, true));
  return fc.oneof(
    inner.map((element): CqlType => ({ kind: "list", element, frozen: true })),
    orderedInner.map((element): CqlType => ({ kind: "set", element, frozen: true })),
    fc.tuple(orderedInner, inner).map(([key, value]): CqlType => ({ kind: "map", key, value, frozen: true })),
    fc.array(inner, { minLength: 1, maxLength: 3 }).map((elements): CqlType => ({ kind: "tuple", elements })),
    fc
      .tuple(inner, fc.integer({ min: 1, max: 4 }))
      .map(([element, dimension]): CqlType => ({ kind: "vector", element, dimension })),
    fc
      .constantFrom("point", "Label")
      .map((name): CqlType => ({ kind: "udt", keyspace: undefined, name, frozen: true })),
  );
}

/** Values of a type, in the form in which they come back. */
export function valuesOf(type: CqlType): fc.Arbitrary<Json> {
  switch (type.kind) {
    case "native":
      return nativeValues[type.name];
    case "custom":
      throw new TypeError(`${type.className} has no values here.`);
    case "list":
      return fc.array(valuesOf(type.element), { maxLength: 3 });
    case "set":
      return fc.uniqueArray(valuesOf(type.element), {
        maxLength: 3,
        selector: (value) => identityOf(type.element, value),
      });
    case "map": {
      const entries = fc.uniqueArray(fc.tuple(valuesOf(type.key), valuesOf(type.value)), {
        maxLength: 3,
        selector: ([key]) => identityOf(type.key, key),
      });
      const isText = type.key.kind === "native" && (type.key.name === "text" || type.key.name === "ascii");
      return isText ? entries.map((pairs) => Object.fromEntries(pairs)) : entries;
    }
    case "tuple":
      return fc.tuple(...type.elements.map((element) => fc.option(valuesOf(element))));
    case "vector":
      return fc.array(valuesOf(type.element), { minLength: type.dimension, maxLength: type.dimension });
    case "udt": {
      const fields = sampleUserTypes.get(formatCqlName(type.name))!;
      return fc
        .tuple(...fields.map(([, field]) => fc.option(valuesOf(field))))
        .map((values) => Object.fromEntries(fields.map(([name], index) => [name, values[index]!])));
    }
  }
}

/** Order does not count in sets and maps: sorts the members by their text. */
export function unordered(type: CqlType, value: Json, leaf = (_: Native, plain: Json) => plain): Json {
  if (value === null) return null;
  switch (type.kind) {
    case "native":
      return leaf(type.name, value);
    case "custom":
      return value;
    case "list":
    case "vector":
      return (value as Json[]).map((item) => unordered(type.element, item, leaf));
    case "set":
      return sorted((value as Json[]).map((item) => unordered(type.element, item, leaf)));
    case "map":
      if (!Array.isArray(value)) {
        const entries = Object.entries(value).map(([key, item]) => [key, unordered(type.value, item, leaf)] as const);
        return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
      }
      return sorted(
        (value as [Json, Json][]).map(([k, v]) => [unordered(type.key, k, leaf), unordered(type.value, v, leaf)]),
      );
    case "tuple":
      return (value as Json[]).map((item, index) => unordered(type.elements[index]!, item, leaf));
    case "udt": {
      const fields = sampleUserTypes.get(formatCqlName(type.name))!;
      const row = value as { [name: string]: Json };
      return Object.fromEntries(fields.map(([name, field]) => [name, unordered(field, row[name]!, leaf)]));
    }
  }
}

/** Equal for values that are one to the server, which looks at a decimal's size and not at its scale. */
function identityOf(type: CqlType, value: Json): string {
  const withoutScale = (name: Native, plain: Json) => {
    if (name !== "decimal") return plain;
    const [digits = "", exponent = "0"] = String(plain).split("E");
    const [whole = "", fraction = ""] = digits.split(".");
    const significant = `${whole}${fraction}`.replace(/0+$/, "");
    const zeros = `${whole}${fraction}`.length - significant.length;
    return /^-?0*$/.test(significant) ? "0" : `${BigInt(significant)}E${Number(exponent) - fraction.length + zeros}`;
  };
  return JSON.stringify(unordered(type, value, withoutScale));
}

function sorted(values: Json[]): Json[] {
  return values.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const hex = (digits: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: digits, maxLength: digits });

const uuids = (version: fc.Arbitrary<string>) =>
  fc
    .tuple(hex(8), hex(4), version, hex(3), hex(4), hex(12))
    .map(([a, b, v, c, d, e]) => `${a}-${b}-${v}${c}-${d}-${e}`);

const numbers = (arbitrary: fc.Arbitrary<number>) =>
  fc.oneof(
    arbitrary.map((value): Json => value + 0),
    fc.constantFrom<Json>("NaN", "Infinity", "-Infinity"),
  );

const whole = (bits: number) => fc.bigInt({ min: -(2n ** BigInt(bits - 1)), max: 2n ** BigInt(bits - 1) - 1n });

const days = fc.date({ min: new Date("0000-01-01"), max: new Date("9999-12-31T23:59:59.999Z"), noInvalidDate: true });

const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: -5, max: 120 }));

const durations = fc
  .tuple(
    fc.boolean(),
    fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
  )
  .filter(([, months, dayCount, nanos]) => months > 0 || dayCount > 0 || nanos > 0n);

const nativeValues: { readonly [name in Native]: fc.Arbitrary<Json> } = {
  ascii: fc.string({ unit: "binary-ascii" }),
  bigint: whole(64).map(String),
  blob: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString("base64")),
  boolean: fc.boolean(),
  counter: whole(64).map(String),
  date: days.map((date) => date.toISOString().slice(0, 10)),
  decimal: decimals.map(([unscaled, scale]) => {
    if (scale === 0) return String(unscaled);
    if (scale < 0 || scale > 100) return `${unscaled}E${-scale}`;
    const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
    return `${unscaled < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  }),
  double: numbers(fc.double({ noNaN: true, noDefaultInfinity: true })),
  duration: durations.map(([negative, months, dayCount, nanos]) => {
    const parts: [bigint, string][] = [
      [BigInt(Math.floor(months / 12)), "y"],
      [BigInt(months % 12), "mo"],
      [BigInt(dayCount), "d"],
      [nanos / 3_600_000_000_000n, "h"],
      [(nanos / 60_000_000_000n) % 60n, "m"],
      [(nanos / 1_000_000_000n) % 60n, "s"],
      [(nanos / 1_000_000n) % 1000n, "ms"],
      [(nanos / 1000n) % 1000n, "us"],
      [nanos % 1000n, "ns"],
    ];
    const text = parts.flatMap(([count, unit]) => (count === 0n ? [] : [`${count}${unit}`]));
    return `${negative ? "-" : ""}${text.join("")}`;
  }),
  float: numbers(
    fc.float({ noNaN: true, noDefaultInfinity: true }).map((value) => {
      const shortest = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digits) => Number(value.toPrecision(digits)));
      return shortest.find((candidate) => Math.fround(candidate) === value) ?? value;
    }),
  ),
  inet: fc.oneof(
    fc.ipV4(),
    fc.ipV6().map((address) => new URL(`http://[${address}]/`).hostname.slice(1, -1)),
  ),
  int: fc.integer(),
  smallint: fc.integer({ min: -32768, max: 32767 }),
  text: fc.string({ unit: "binary" }),
  time: fc.bigInt({ min: 0n, max: 86_399_999_999_999n }).map((nanos) => {
    const clock = new Date(Number(nanos / 1_000_000_000n) * 1000).toISOString().slice(11, 19);
    const fraction = String(nanos % 1_000_000_000n)
      .padStart(9, "0")
      .replace(/0+$/, "");
    return fraction === "" ? clock : `${clock}.${fraction}`;
  }),
  timestamp: days.map((date) => date.toISOString()),
  timeuuid: uuids(fc.constant("1")),
  tinyint: fc.integer({ min: -128, max: 127 }),
  uuid: uuids(hex(1)),
  varint: fc.bigInt({ min: -(2n ** 130n), max: 2n ** 130n }).map(String),
};
