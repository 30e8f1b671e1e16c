import type { CqlType, NativeType } from "../contract/cql-type.js";
import { nativeJavaClasses } from "../contract/native-java-classes.js";
import { native } from "./type-traits.js";

/** Beside those that the server names, classes that only old schemas have. */
const nativeClasses: { readonly [className: string]: NativeType } = {
  ...nativeJavaClasses,
  CounterColumnType: "counter",
  DateType: "timestamp",
};

/** Those that no type of CQL is another name of; what is in parentheses is theirs. */
const opaqueClasses =
  /^(?:CompositeType|DynamicCompositeType|EmptyType|LegacyTimeUUIDType|LexicalUUIDType|PartitionerDefinedOrder)(?:\(.*\))?$/;

/** Whether a keyspace has a user-defined type. */
export type KnowsUserType = (keyspace: string, name: string) => boolean;

/**
 * The type that the server makes of a class's name, as old tables have it: `ListType(Int32Type)`. Undefined where there is
 * no such class.
 */
export function javaType(className: string, knows: KnowsUserType, frozen = false): CqlType | undefined {
  const text = className.replaceAll(/org\.apache\.cassandra\.db\.marshal\.|\s/g, "");
  const nativeName = nativeClasses[text];
  if (nativeName !== undefined) return native(nativeName);
  if (opaqueClasses.test(text)) return { kind: "custom", className: text };
  const [, name = "", inside = ""] = /^(\w+)\((.*)\)$/.exec(text) ?? [];
  const parts = splitArguments(inside);
  const typeAt = (at: number, isFrozen = true): CqlType | undefined => javaType(parts[at] ?? "", knows, isFrozen);
  // Reversed is the order of the values, which are the same.
  if (name === "ReversedType" && parts.length === 1) return typeAt(0, frozen);
  if (name === "FrozenType" && parts.length === 1) return typeAt(0);
  if ((name === "ListType" || name === "SetType") && parts.length === 1) {
    const element = typeAt(0);
    return element && { kind: name === "ListType" ? "list" : "set", element, frozen };
  }
  if (name === "MapType" && parts.length === 2) {
    const [key, value] = [typeAt(0), typeAt(1)];
    return key && value && { kind: "map", key, value, frozen };
  }
  if (name === "VectorType" && parts.length === 2 && /^[1-9]\d*$/.test(parts[1]!)) {
    const element = typeAt(0);
    return element && { kind: "vector", element, dimension: Number(parts[1]) };
  }
  if (name === "TupleType") {
    const elements = parts.map((_, at) => typeAt(at));
    return elements.includes(undefined) ? undefined : { kind: "tuple", elements: elements as readonly CqlType[] };
  }
  return name === "UserType" ? userType(text, parts, knows, frozen) : undefined;
}

/** `UserType(keyspace,name,field:type,…)`, where names are in hexadecimal. A type that the schema lacks is bytes. */
function userType(
  className: string,
  [keyspace = "", hexName = ""]: readonly string[],
  knows: KnowsUserType,
  frozen: boolean,
): CqlType {
  const name = Buffer.from(hexName, "hex").toString("utf8");
  return knows(keyspace, name) ? { kind: "udt", keyspace, name, frozen } : { kind: "custom", className };
}

/** What is between the commas that no parenthesis encloses. */
function splitArguments(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const sign = text[at];
    if (sign === "(") depth++;
    if (sign === ")") depth--;
    if ((sign !== "," && at < text.length) || depth > 0) continue;
    if (at > start) parts.push(text.slice(start, at));
    start = at + 1;
  }
  return parts;
}
