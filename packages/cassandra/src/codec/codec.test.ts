import type { Json } from "@treadle/expressions";
// @ts-expect-error The driver publishes no declarations for this file.
import Encoder from "cassandra-driver/lib/encoder.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cqlTypes, sampleUserTypes, unordered, valuesOf } from "../../test/cql-arbitraries.js";
import { driverTypeInfo } from "../../test/driver-type-info.js";
import { type CqlType, formatCqlType } from "../contract/cql-type.js";
import { parseCqlType } from "../contract/parse-cql-type.js";
import { createCodec, driverEncoding, type UnfitValueError } from "./index.js";

const driver = new Encoder(5, { encoding: driverEncoding });

function typeOf(text: string): CqlType {
  const parsed = parseCqlType(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.type;
}

/** Our bytes, read by the driver's own decoder, and back to JSON. */
function roundTrip(type: CqlType, value: Json): Json {
  const codec = createCodec(type, sampleUserTypes);
  const bytes = codec.encode(value, "value");
  return codec.decode(driver.decode(bytes, driverTypeInfo(type, sampleUserTypes)), "value");
}

function refusal(type: string, value: Json): UnfitValueError {
  try {
    createCodec(typeOf(type), sampleUserTypes).encode(value, "value");
  } catch (error) {
    return error as UnfitValueError;
  }
  throw new Error(`${type} took the value`);
}

describe("codec", () => {
  it("gives back every value of every type, two levels deep", () => {
    const cases = cqlTypes(2).chain((type) => fc.tuple(fc.constant(type), valuesOf(type)));
    fc.assert(
      fc.property(cases, ([type, value]) => {
        expect(unordered(type, roundTrip(type, value))).toEqual(unordered(type, value));
      }),
      { numRuns: 2000 },
    );
  });

  it("gives back every value of each native type", () => {
    const natives = cqlTypes(0).chain((type) => fc.tuple(fc.constant(type), valuesOf(type)));
    fc.assert(
      fc.property(natives, ([type, value]) => {
        expect(unordered(type, roundTrip(type, value))).toEqual(unordered(type, value));
      }),
      { numRuns: 2000 },
    );
  });

  it("reads a type's text back as the type", () => {
    fc.assert(
      fc.property(cqlTypes(2), (type) => {
        const text = formatCqlType(type);
        expect(formatCqlType(typeOf(text))).toBe(text);
      }),
    );
  });

  it.each<[string, Json, Json]>([
    ["bigint", 42, "42"],
    ["bigint", "-9223372036854775808", "-9223372036854775808"],
    ["decimal", "1.10", "1.10"],
    ["decimal", "-0.05", "-0.05"],
    ["decimal", "1.5E3", "15E2"],
    ["float", 0.1, 0.1],
    ["float", 0.10000000149011612, 0.1],
    ["double", "NaN", "NaN"],
    ["double", -0, 0],
    ["varint", "-1", "-1"],
    ["varint", "-129", "-129"],
    ["varint", "128", "128"],
    ["uuid", "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"],
    ["inet", "::FFFF:1.2.3.4", "::ffff:102:304"],
    ["inet", "1::", "1::"],
    ["inet", "::", "::"],
    ["timestamp", "2026-02-28T23:59:59Z", "2026-02-28T23:59:59.000Z"],
    ["duration", "P1Y2M3DT4H5M6S", "1y2mo3d4h5m6s"],
    ["duration", "-P2W", "-14d"],
    ["duration", "0s", "0s"],
    ["list<frozen<list<int>>>", [[], [1]], [[], [1]]],
    ["map<int, text>", [[1, "a"]], [[1, "a"]]],
    ["map<text, int>", JSON.parse('{"__proto__": 1}'), JSON.parse('{"__proto__": 1}')],
    ["vector<text, 2>", ["", "x".repeat(300)], ["", "x".repeat(300)]],
    ["tuple<int, text>", [null, "a"], [null, "a"]],
    ["point", { x: null, y: 1 }, { x: null, y: 1 }],
  ])("writes %s %j so that it comes back as %j", (type, value, expected) => {
    expect(roundTrip(typeOf(type), value)).toEqual(expected);
  });

  it.each<[string, Json]>([
    ["bigint", "12x"],
    ["bigint", "0x10"],
    ["bigint", "9223372036854775808"],
    ["bigint", 1.5],
    ["bigint", 2 ** 53],
    ["bigint", "007"],
    ["varint", "1e3"],
    ["decimal", "-0.00"],
    ["decimal", 1.1],
    ["decimal", "1E99999999999"],
    ["int", 2 ** 31],
    ["int", "1"],
    ["tinyint", 128],
    ["boolean", "false"],
    ["ascii", "é"],
    ["text", "\ud800"],
    ["float", 1e39],
    ["double", "nan"],
    ["blob", "abc"],
    ["blob", "a b="],
    ["uuid", "not-a-uuid"],
    ["timeuuid", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"],
    ["inet", "1.2.3.256"],
    ["inet", "fe80::1%eth0"],
    ["timestamp", "2026-02-30T00:00:00Z"],
    ["timestamp", "2026-02-28T00:00:00+01:00"],
    ["date", "2026-13-01"],
    ["time", "24:00:00"],
    ["duration", ""],
    ["duration", "P"],
    ["duration", "1d1y"],
    ["duration", "999999999999d"],
    ["list<int>", [null]],
    ["set<int>", [1, 1]],
    ["set<uuid>", ["a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11"]],
    ["set<decimal>", ["1.0", "1.00"]],
    [
      "set<frozen<set<int>>>",
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [
      "map<frozen<tuple<decimal>>, int>",
      [
        [["10"], 1],
        [["1E1"], 2],
      ],
    ],
    ["map<text, int>", [["a", 1]]],
    ["map<int, text>", { 1: "a" }],
    ["map<int, text>", [[1, "a", "b"]]],
    ["tuple<int, text>", [1]],
    ["vector<float, 3>", [1, 2]],
    ["point", { x: 1 }],
    ["point", { x: 1, y: 2, z: 3 }],
    ["int", null],
  ])("refuses %s %j", (type, value) => {
    expect(refusal(type, value).name).toBe("UnfitValueError");
  });

  it("names path, type and kind of an unfit value, never the value", () => {
    const error = refusal("list<frozen<tuple<int, frozen<map<text, point>>>>>", [
      [1, { secret: { x: 1, y: 2 } }],
      [2, { secret: { x: "hidden", y: 2 } }],
    ]);
    expect(error).toMatchObject({ path: "value[1][1][0].value.x", type: "double", valueKind: "string" });
    expect(error.message).not.toMatch(/hidden|secret/);
  });

  it("refuses to read a timestamp that ISO 8601 has no four digits for", () => {
    const codec = createCodec(typeOf("timestamp"), sampleUserTypes);
    expect(() => codec.decode(new Date(8.64e15), "at")).toThrow(/years 0000 to 9999/);
  });
});
