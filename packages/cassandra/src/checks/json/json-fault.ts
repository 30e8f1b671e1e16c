import type { CqlType, NativeType } from "../../contract/cql-type.js";
import { isDuration } from "../../cql/index.js";
import { findUserType, type Schema } from "../../schema/index.js";
import { fitsInteger, stringFault } from "../terms/check-literal.js";
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
  const isValue = typeof value === "string" ? isNativeText(value, type) : isNative(value, type);
  return isValue ? undefined : `${show(value)} is no ${type}`;
}

/** Types whose empty text is no empty value, of no bytes. */
const neverEmpty: ReadonlySet<NativeType> = new Set(["blob", "date", "time", "varint"]);

function isNativeText(value: string, type: NativeType): boolean {
  if (value === "") return !neverEmpty.has(type);
  switch (type) {
    case "tinyint":
    case "smallint":
    case "int":
    case "bigint":
    case "varint":
      return /^[+-]?\d+$/.test(value) && fitsInteger(BigInt(value.replace(/^\+/, "")), type);
    case "decimal":
      return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value);
    case "float":
    case "double":
      return /^\s*[+-]?(?:NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?)\s*$/.test(value);
    case "boolean":
      return /^(?:true|false)$/i.test(value);
    case "blob":
      return /^0x(?:[0-9a-f]{2})*$/i.test(value);
    case "uuid":
      return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);
    case "timeuuid":
      return /^[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);
    case "inet":
      // Numbers with fewer dots than three are addresses to Java.
      return /^\d+(?:\.\d+){0,2}$/.test(value) || stringFault(value, type) === undefined;
    case "duration":
      return isDuration(value) && durationFault(value) === undefined;
    case "time":
      return !/^\s|\s$/.test(value) && stringFault(value, type) === undefined;
    default:
      return stringFault(value, type) === undefined;
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
    case "varint":
      return isInteger && fitsInteger(BigInt(number), type);
    case "timestamp":
      // Milliseconds, and only those that are no int: the server takes no other number here.
      return isInteger && fitsInteger(BigInt(number), "bigint") && !fitsInteger(BigInt(number), "int");
    case "decimal":
    case "double":
    case "float":
      return true;
    default:
      return false;
  }
}

function show(value: JsonValue): string {
  return JSON.stringify(value, (_key, each: JsonValue) => {
    if (each !== null && typeof each === "object" && isJsonNumber(each)) return Number(each.number);
    return isJsonObject(each) ? Object.fromEntries(each) : each;
  });
}
