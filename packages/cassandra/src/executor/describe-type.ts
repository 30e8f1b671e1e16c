import { types } from "cassandra-driver";
import type { UserTypes } from "../codec/index.js";
import { type CqlType, formatCqlName, formatCqlType } from "../contract/cql-type.js";
import { describeJavaType } from "./describe-java-type.js";

/** A type as the driver reads it from the server's metadata. */
export interface ServerType {
  readonly code: number;
  readonly info?: unknown;
}

/**
 * A compiled type as text that can be compared with the server's: without `frozen`, which metadata does not carry, and
 * with the fields of user types, since a changed field changes what the bytes mean.
 */
export function describeCompiledType(type: CqlType, userTypes: UserTypes): string {
  const inner = (element: CqlType) => describeCompiledType(element, userTypes);
  switch (type.kind) {
    case "native":
      // A counter's column holds what a bigint does, and the server calls the steps of one a counter too.
      return type.name === "counter" ? "bigint" : type.name;
    case "custom":
      return formatCqlType(type);
    case "list":
    case "set":
      return `${type.kind}<${inner(type.element)}>`;
    case "map":
      return `map<${inner(type.key)}, ${inner(type.value)}>`;
    case "tuple":
      return `tuple<${type.elements.map(inner).join(", ")}>`;
    case "vector":
      return `vector<${inner(type.element)}, ${type.dimension}>`;
    case "udt": {
      const name = formatCqlName(type.name);
      return describeUserType(
        name,
        (userTypes.get(name) ?? []).map(([field, fieldType]) => [field, inner(fieldType)]),
      );
    }
  }
}

const nativeNames: ReadonlyMap<number, string> = new Map(
  Object.entries(types.dataTypes).map(([name, code]) => [code as number, name]),
);

export function describeServerType(type: ServerType): string {
  const { dataTypes } = types;
  switch (type.code) {
    case dataTypes.list:
      return `list<${describeServerType(type.info as ServerType)}>`;
    case dataTypes.set:
      return `set<${describeServerType(type.info as ServerType)}>`;
    case dataTypes.map: {
      const [key, value] = type.info as readonly [ServerType, ServerType];
      return `map<${describeServerType(key)}, ${describeServerType(value)}>`;
    }
    case dataTypes.tuple:
      return `tuple<${(type.info as readonly ServerType[]).map(describeServerType).join(", ")}>`;
    case dataTypes.udt: {
      const info = type.info as { name: string; fields: readonly { name: string; type: ServerType }[] };
      const fields = info.fields.map((field) => [field.name, describeServerType(field.type)] as const);
      return describeUserType(formatCqlName(info.name), fields);
    }
    case dataTypes.custom:
      return describeJavaType(String(type.info));
    case dataTypes.varchar:
      return "text";
    case dataTypes.counter:
      return "bigint";
    default:
      return nativeNames.get(type.code) ?? `type ${type.code}`;
  }
}

export function describeUserType(name: string, fields: readonly (readonly [string, string])[]): string {
  return `${name}{${fields.map(([field, type]) => `${formatCqlName(field)} ${type}`).join(", ")}}`;
}
