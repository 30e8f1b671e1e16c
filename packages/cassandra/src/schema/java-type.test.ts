import { describe, expect, it } from "vitest";
import { formatCqlType } from "../contract/cql-type.js";
import { javaType } from "./java-type.js";

const print = (className: string): string | undefined => {
  const type = javaType(className, (keyspace, name) => keyspace === "shop" && name === "address");
  return type && formatCqlType(type);
};

describe("javaType", () => {
  it.each([
    ["UTF8Type", "text"],
    ["org.apache.cassandra.db.marshal.Int32Type", "int"],
    ["ReversedType(TimestampType)", "timestamp"],
    ["FrozenType(Int32Type)", "int"],
    ["ListType(Int32Type)", "list<int>"],
    ["FrozenType(ListType(Int32Type))", "frozen<list<int>>"],
    ["ReversedType(SetType(UUIDType))", "set<uuid>"],
    ["ListType(ListType(Int32Type))", "list<frozen<list<int>>>"],
    ["MapType(UTF8Type, FrozenType(SetType(LongType)))", "map<text, frozen<set<bigint>>>"],
    ["VectorType(FloatType , 3)", "vector<float, 3>"],
    ["UserType(shop,61646472657373,737472656574:UTF8Type)", "shop.address"],
    ["FrozenType(UserType(shop,61646472657373,737472656574:UTF8Type))", "frozen<shop.address>"],
  ])("reads %s", (className, expected) => {
    expect(print(className)).toBe(expected);
  });

  it("knows tuples", () => {
    expect(javaType("TupleType(Int32Type,UTF8Type)", () => false)).toEqual({
      kind: "tuple",
      elements: [
        { kind: "native", name: "int" },
        { kind: "native", name: "text" },
      ],
    });
  });

  it.each(["CompositeType(UTF8Type,Int32Type)", "UserType(other,61,62:Int32Type)"])("keeps %s closed", (className) => {
    expect(javaType(className, () => false)).toEqual({ kind: "custom", className });
  });

  it.each(["ListType", "MapType(Int32Type)", "ListType(Nonsense)", "VectorType(FloatType,0)", "Nonsense", ""])(
    "knows no class %s",
    (className) => {
      expect(javaType(className, () => false)).toBeUndefined();
    },
  );
});
