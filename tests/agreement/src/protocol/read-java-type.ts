import type { ServerType } from "./server-type.js";

/** By the simple name of the server's class. */
const natives: { readonly [className: string]: string } = {
  AsciiType: "ascii",
  BooleanType: "boolean",
  ByteType: "tinyint",
  BytesType: "blob",
  CounterColumnType: "counter",
  DecimalType: "decimal",
  DoubleType: "double",
  DurationType: "duration",
  FloatType: "float",
  InetAddressType: "inet",
  Int32Type: "int",
  IntegerType: "varint",
  LongType: "bigint",
  ShortType: "smallint",
  SimpleDateType: "date",
  TimeType: "time",
  TimestampType: "timestamp",
  TimeUUIDType: "timeuuid",
  UTF8Type: "text",
  UUIDType: "uuid",
};

/** Reads what has no number in the protocol: `org.apache.cassandra.db.marshal.VectorType(…FloatType , 3)`. */
export function readJavaType(text: string): ServerType {
  const words = text.replaceAll("org.apache.cassandra.db.marshal.", "").match(/[^\s(),]+|[(),]/g) ?? [];
  let at = 0;
  const read = (): ServerType => {
    const name = words[at++] ?? "";
    if (words[at] !== "(") return { kind: "native", name: natives[name] ?? name };
    const members: ServerType[] = [];
    let dimension = 0;
    do {
      at++;
      if (/^\d+$/.test(words[at] ?? "")) dimension = Number(words[at++]);
      else members.push(read());
    } while (words[at] === ",");
    at++;
    return composed(name, members, dimension);
  };
  return read();
}

function composed(name: string, members: readonly ServerType[], dimension: number): ServerType {
  const [first, second] = members;
  if (first !== undefined) {
    if (name === "VectorType") return { kind: "vector", element: first, dimension };
    if (name === "ListType") return { kind: "list", element: first };
    if (name === "SetType") return { kind: "set", element: first };
    if (name === "FrozenType" || name === "ReversedType") return first;
    if (name === "TupleType") return { kind: "tuple", elements: members };
    if (name === "MapType" && second !== undefined) return { kind: "map", key: first, value: second };
  }
  return { kind: "native", name };
}
