import { types } from "cassandra-driver";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cqlTypes, sampleUserTypes } from "../../test/cql-arbitraries.js";
import { driverTypeInfo } from "../../test/driver-type-info.js";
import type { CqlType } from "../contract/cql-type.js";
import { describeCompiledType, describeServerType } from "./describe-type.js";

const java = (text: string) => describeServerType({ code: types.dataTypes.custom, info: text });
const marshal = "org.apache.cassandra.db.marshal.";

/** Vectors come by their Java names, which these cases leave out. */
function holdsVector(type: CqlType): boolean {
  return JSON.stringify(type).includes('"vector"');
}

describe("describeServerType", () => {
  it("describes the server's types as the compiled ones", () => {
    fc.assert(
      fc.property(
        cqlTypes(2).filter((type) => !holdsVector(type)),
        (type) => {
          const server = describeServerType(driverTypeInfo(type, sampleUserTypes));
          expect(server).toBe(describeCompiledType(type, sampleUserTypes));
        },
      ),
    );
  });

  it("tells user types of one name and other fields apart", () => {
    const point: CqlType = { kind: "udt", keyspace: undefined, name: "point", frozen: true };
    const younger = new Map([["point", [...sampleUserTypes.get("point")!, ["z", { kind: "native", name: "double" }]]]]);
    expect(describeServerType(driverTypeInfo(point, younger as never))).toBe("point{x double, y double, z double}");
    expect(describeCompiledType(point, sampleUserTypes)).toBe("point{x double, y double}");
  });

  it.each([
    [`${marshal}VectorType(${marshal}FloatType , 3)`, "vector<float, 3>"],
    [
      `${marshal}VectorType(${marshal}FrozenType(${marshal}MapType(${marshal}UTF8Type,${marshal}IntegerType)), 2)`,
      "vector<map<text, varint>, 2>",
    ],
    [
      `${marshal}VectorType(${marshal}UserType(shop,706f696e74,78:${marshal}DoubleType,59:${marshal}LongType) , 1)`,
      'vector<point{x double, "Y" bigint}, 1>',
    ],
    [`${marshal}DurationType`, "duration"],
    ["com.example.Unknown(x", "com.example.Unknown(x"],
  ])("reads the Java name %s", (text, expected) => {
    expect(java(text)).toBe(expected);
  });
});
