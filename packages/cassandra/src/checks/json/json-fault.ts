import type { CqlType, NativeType } from "../../contract/cql-type.js";
import { isDuration } from "../../cql/index.js";
import { findUserType, type Schema } from "../../schema/index.js";
import { stringFault } from "../terms/check-literal.js";
import { durationFault } from "../terms/duration-fault.js";
import { isJsonNumber, isJsonObject, type JsonObject, type JsonValue, parseDocument } from "./parse-document.js";

/**
 * Why a JSON value, other than null, has no value of a type; undefined where it has. Values of every type but the texts may be
 * written as JSON in a text: "1" is an int, "[1]" a list.
 */
export function jsonFault(value: Exclude<JsonValue, null>, type: CqlType, schema: Schema): string | undefined {
  if (type.kind === "native") return nativeFault(value, type.name);
  if (type.kind === "custom") return undefined;
  const given = typeof value === "string" ? parseDocument(value) : value;
  switch (type.kind) {
    case "list":
    case "set":
      return Array.isArray(given) ? elementsFault(given, type.element, schema) : `${show(value)} is no array`;
    case "vector": {
      if (!Array.isArray(given)) return `${show(value)} is no array`;
      const isLong = given.length === type.dimension;
      return isLong ? elementsFault(given, type.element, schema) : `${show(value)} has not ${type.dimension} elements`;
    }
    case "tuple": {
      if (!Array.isArray(given)) return `${show(value)} is no array`;
      if (given.length !== type.elements.length) return `${show(value)} has not ${type.elements.length} elements`;
      return firstFault(type.elements, (element, at) => nullableFault(given[at]!, element, schema));
    }
    case "map":
      return given !== undefined && isJsonObject(given)
        ? firstFault(
            [...given],
            ([key, member]) => jsonFault(key, type.key, schema) ?? elementsFault([member], type.value, schema),
          )
        : `${show(value)} is no object`;
    case "udt":
      return given !== undefined && isJsonObject(given)
        ? fieldsFault(given, type, schema)
        : `${show(value)} is no object`;
  }
}

/** Names of columns and fields are in lower case, unless quotation marks in the JSON text keep them as they are. */
export function namesOf(object: JsonObject): JsonObject {
  return new Map(
    [...object].map(([name, value]) => [/^".*"$/s.test(name) ? name.slice(1, -1) : name.toLowerCase(), value]),
  );
}

function fieldsFault(given: JsonObject, type: CqlType & { readonly kind: "udt" }, schema: Schema): string | undefined {
  const fields = findUserType(schema, type)?.fields;
  return firstFault([...namesOf(given)], ([name, member]) => {
    const field = fields?.get(name);
    if (fields !== undefined && field === undefined) return `${type.name} has no field "${name}"`;
    return field === undefined ? undefined : nullableFault(member, field, schema);
  });
}

function elementsFault(elements: readonly JsonValue[], type: CqlType, schema: Schema): string | undefined {
  return firstFault(elements, (each) => (each === null ? "null is no element" : jsonFault(each, type, schema)));
}

function nullableFault(value: JsonValue, type: CqlType, schema: Schema): string | undefined {
  return value === null ? undefined : jsonFault(value, type, schema);
}

function firstFault<T>(values: readonly T[], fault: (value: T, at: number) => string | undefined): string | undefined {
  for (const [at, value] of values.entries()) {
    const found = fault(value, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

function nativeFault(value: Exclude<JsonValue, null>, type: NativeType): string | undefined {
  const isValue = typeof value === "string" ? textFault(value, type) === undefined : isNative(value, type);
  return isValue ? undefined : `${show(value)} is no ${type}`;
}

/** Types whose empty text is an empty value, of no bytes. */
const neverEmpty: ReadonlySet<NativeType> = new Set(["blob", "date", "time", "varint"]);

const integers: { readonly [type in NativeType]?: number } = { tinyint: 8, smallint: 16, int: 32, bigint: 64 };

function textFault(value: string, type: NativeType): string | undefined {
  if (value === "") return neverEmpty.has(type) ? "it is empty" : undefined;
  const matches = (pattern: RegExp): string | undefined => (pattern.test(value) ? undefined : "it is of another form");
  switch (type) {
    case "tinyint":
    case "smallint":
    case "int":
    case "bigint":
      return matches(/^[+-]?\d+$/) ?? (fits(value, type) ? undefined : "it is out of range");
    case "varint":
      return matches(/^[+-]?\d+$/);
    case "decimal":
      return matches(/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i);
    case "float":
    case "double":
      return matches(/^\s*[+-]?(?:NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?)\s*$/);
    case "boolean":
      return matches(/^(?:true|false)$/i);
    case "blob":
      return matches(/^0x(?:[0-9a-f]{2})*$/i);
    case "uuid":
      return matches(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i);
    case "timeuuid":
      return matches(/^[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i);
    case "inet":
      // Numbers with fewer dots than three are addresses to Java.
      return /^\d+(?:\.\d+){0,2}$/.test(value) ? undefined : stringFault(value, type);
    case "duration":
      return isDuration(value) ? durationFault(value) : "it is of another form";
    case "time":
      return /^\s|\s$/.test(value) ? "it has blanks around it" : stringFault(value, type);
    default:
      return stringFault(value, type);
  }
}

function isNative(value: Exclude<JsonValue, null | string>, type: NativeType): boolean {
  if (typeof value === "boolean") return type === "boolean";
  if (!isJsonNumber(value)) return false;
  const { number } = value;
  const isInteger = /^-?\d+$/.test(number);
  switch (type) {
    case "tinyint":
    case "smallint":
    case "int":
    case "bigint":
      return isInteger && fits(number, type);
    case "timestamp":
      // Milliseconds, and only those that are no int: the server takes no other number here.
      return isInteger && fits(number, "bigint") && !fits(number, "int");
    case "varint":
      return isInteger;
    case "decimal":
    case "double":
    case "float":
      return true;
    default:
      return false;
  }
}

function fits(integer: string, type: NativeType): boolean {
  const value = BigInt(integer.replace(/^\+/, ""));
  return BigInt.asIntN(integers[type]!, value) === value;
}

function show(value: JsonValue): string {
  return JSON.stringify(value, (_key, each: JsonValue) => {
    if (each !== null && typeof each === "object" && isJsonNumber(each)) return Number(each.number);
    return isJsonObject(each) ? Object.fromEntries(each) : each;
  });
}
