import type { NativeType } from "./cql-type.js";

/** Java classes by which the server names native types, where it has no other name for what they are in. */
export const nativeJavaClasses: { readonly [className: string]: NativeType } = {
  AsciiType: "ascii",
  BooleanType: "boolean",
  ByteType: "tinyint",
  BytesType: "blob",
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
