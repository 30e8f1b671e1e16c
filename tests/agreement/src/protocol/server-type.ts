import type { FrameReader } from "./frame-reader.js";
import { readJavaType } from "./read-java-type.js";

/** A type as metadata holds it: without `frozen`. */
export type ServerType =
  | { readonly kind: "native"; readonly name: string }
  | { readonly kind: "list" | "set"; readonly element: ServerType }
  | { readonly kind: "map"; readonly key: ServerType; readonly value: ServerType }
  | { readonly kind: "tuple"; readonly elements: readonly ServerType[] }
  | { readonly kind: "vector"; readonly element: ServerType; readonly dimension: number }
  | { readonly kind: "udt"; readonly name: string; readonly fields: readonly ServerType[] };

/** By their number in the protocol. */
const natives: readonly string[] = [
  "custom",
  "ascii",
  "bigint",
  "blob",
  "boolean",
  "counter",
  "decimal",
  "double",
  "float",
  "int",
  "text",
  "timestamp",
  "uuid",
  "text",
  "varint",
  "timeuuid",
  "inet",
  "date",
  "time",
  "smallint",
  "tinyint",
  "duration",
];

export function readServerType(reader: FrameReader): ServerType {
  const code = reader.short();
  switch (code) {
    case 0x00:
      return readJavaType(reader.string());
    case 0x20:
      return { kind: "list", element: readServerType(reader) };
    case 0x21:
      return { kind: "map", key: readServerType(reader), value: readServerType(reader) };
    case 0x22:
      return { kind: "set", element: readServerType(reader) };
    case 0x30: {
      reader.string();
      const name = reader.string();
      const fields = times(reader.short(), () => {
        reader.string();
        return readServerType(reader);
      });
      return { kind: "udt", name, fields };
    }
    case 0x31:
      return { kind: "tuple", elements: times(reader.short(), () => readServerType(reader)) };
    default:
      return { kind: "native", name: natives[code] ?? `type ${code}` };
  }
}

export function times<T>(count: number, read: () => T): readonly T[] {
  return Array.from({ length: count }, read);
}

/** As the checker prints types. */
export function printServerType(type: ServerType): string {
  switch (type.kind) {
    case "native":
      return type.name;
    case "list":
    case "set":
      return `${type.kind}<${printServerType(type.element)}>`;
    case "map":
      return `map<${printServerType(type.key)}, ${printServerType(type.value)}>`;
    case "tuple":
      return `tuple<${type.elements.map(printServerType).join(", ")}>`;
    case "vector":
      return `vector<${printServerType(type.element)}, ${type.dimension}>`;
    case "udt":
      return /^[a-z][a-z0-9_]*$/.test(type.name) ? type.name : `"${type.name.replaceAll('"', '""')}"`;
  }
}
