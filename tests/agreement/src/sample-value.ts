import { bytesOf, int, short } from "./protocol/frame-writer.js";
import type { ServerType } from "./protocol/server-type.js";

const uuid = Buffer.from("00000000000010008000000000000001", "hex");

function long(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  return bytes;
}

function float(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatBE(value);
  return bytes;
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

/** 1, "a" and the like: rows that the schema's script inserts with the same values are found. */
const natives: { readonly [name: string]: Buffer } = {
  ascii: Buffer.from("a"),
  bigint: long(1n),
  blob: Buffer.of(1),
  boolean: Buffer.of(1),
  counter: long(1n),
  // Days, where 1970-01-01 is the middle of the range.
  date: Buffer.from("80000001", "hex"),
  decimal: Buffer.concat([int(0), Buffer.of(1)]),
  double: double(1),
  // Months, days and nanoseconds, zigzag-encoded.
  duration: Buffer.of(0, 2, 0),
  float: float(1),
  inet: Buffer.of(127, 0, 0, 1),
  int: int(1),
  smallint: short(1),
  text: Buffer.from("a"),
  time: long(1n),
  timestamp: long(1n),
  timeuuid: uuid,
  tinyint: Buffer.of(1),
  uuid,
  varint: Buffer.of(1),
};

/** In vectors these have no length before them. */
const fixedLength = ["bigint", "boolean", "double", "float", "int", "timestamp", "timeuuid", "uuid"];

/** A value of a type, as the server reads it: collections hold one element each. */
export function sampleValue(type: ServerType): Buffer {
  switch (type.kind) {
    case "native": {
      const value = natives[type.name];
      if (value === undefined) throw new TypeError(`No value is known of the type ${type.name}.`);
      return value;
    }
    case "list":
    case "set":
      return Buffer.concat([int(1), bytesOf(sampleValue(type.element))]);
    case "map":
      return Buffer.concat([int(1), bytesOf(sampleValue(type.key)), bytesOf(sampleValue(type.value))]);
    case "tuple":
      return Buffer.concat(type.elements.map((element) => bytesOf(sampleValue(element))));
    case "udt":
      return Buffer.concat(type.fields.map((field) => bytesOf(sampleValue(field))));
    case "vector": {
      const element = sampleValue(type.element);
      const isFixed = type.element.kind === "native" && fixedLength.includes(type.element.name);
      const one = isFixed ? element : Buffer.concat([Buffer.of(element.length), element]);
      return Buffer.concat(Array.from({ length: type.dimension }, () => one));
    }
  }
}
