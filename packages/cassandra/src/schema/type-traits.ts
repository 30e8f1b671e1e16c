import { type CqlType, formatCqlType, type NativeType, thawCqlType } from "../contract/cql-type.js";
import { findUserType, type Schema } from "./schema-model.js";

export const native = (name: NativeType): CqlType => ({ kind: "native", name });

export function isNative(type: CqlType, ...names: readonly NativeType[]): boolean {
  return type.kind === "native" && (names.length === 0 || names.includes(type.name));
}

export function isCollection(type: CqlType): type is CqlType & { readonly kind: "list" | "set" | "map" } {
  return type.kind === "list" || type.kind === "set" || type.kind === "map";
}

/** Whether the server keeps it cell by cell: a collection or user-defined type that is not frozen. */
export function isMultiCell(type: CqlType): boolean {
  return (isCollection(type) || type.kind === "udt") && !type.frozen;
}

export function freeze(type: CqlType): CqlType {
  return isCollection(type) || type.kind === "udt" ? { ...type, frozen: true } : type;
}

/** For messages and comparisons: without `frozen` and without the keyspace of user-defined types. */
export function plainTypeText(type: CqlType): string {
  return formatCqlType(dropKeyspaces(thawCqlType(type)));
}

/** For the manifest, which looks types up in the source's own keyspace. */
export function dropKeyspaces(type: CqlType): CqlType {
  switch (type.kind) {
    case "native":
    case "custom":
      return type;
    case "udt":
      return { ...type, keyspace: undefined };
    case "map":
      return { ...type, key: dropKeyspaces(type.key), value: dropKeyspaces(type.value) };
    case "tuple":
      return { ...type, elements: type.elements.map(dropKeyspaces) };
    default:
      return { ...type, element: dropKeyspaces(type.element) };
  }
}

/** Whether two types hold the same values, frozen or not. */
export function isSameType(a: CqlType, b: CqlType): boolean {
  return formatCqlType(thawCqlType(a)) === formatCqlType(thawCqlType(b));
}

/** Whether a type is, or anywhere holds, a type for which the question is answered with yes. */
export function holdsType(schema: Schema, type: CqlType, question: (type: CqlType) => boolean): boolean {
  return question(type) || partsOf(schema, type).some((part) => holdsType(schema, part, question));
}

/** The types that a type is made of. */
export function partsOf(schema: Schema, type: CqlType): readonly CqlType[] {
  switch (type.kind) {
    case "native":
    case "custom":
      return [];
    case "map":
      return [type.key, type.value];
    case "tuple":
      return type.elements;
    case "udt":
      return [...(findUserType(schema, type)?.fields.values() ?? [])];
    default:
      return [type.element];
  }
}

export const holdsDuration = (schema: Schema, type: CqlType): boolean =>
  holdsType(schema, type, (part) => isNative(part, "duration"));

const numbers: readonly NativeType[] = [
  "tinyint",
  "smallint",
  "int",
  "bigint",
  "counter",
  "varint",
  "float",
  "double",
  "decimal",
];

export const isNumber = (type: CqlType): boolean => isNative(type, ...numbers);

/** Native types whose values another one can hold as they are, by the type that holds them. */
const wider: { readonly [holder in NativeType]?: readonly NativeType[] } = {
  text: ["ascii"],
  varint: ["int", "bigint", "timestamp"],
  bigint: ["timestamp"],
  timestamp: ["bigint"],
  uuid: ["timeuuid"],
  date: ["int"],
  time: ["bigint"],
};

/** Whether a value of the second type can stand where the first is asked for. */
export function isValueCompatible(holder: CqlType, value: CqlType): boolean {
  if (isSameType(holder, value)) return true;
  if (holder.kind === "native") {
    if (holder.name === "blob") return true;
    return value.kind === "native" && (wider[holder.name]?.includes(value.name) ?? false);
  }
  if (holder.kind !== value.kind) return false;
  switch (holder.kind) {
    case "list":
    case "set":
      return isValueCompatible(holder.element, (value as typeof holder).element);
    case "map":
      return (
        isValueCompatible(holder.key, (value as typeof holder).key) &&
        isValueCompatible(holder.value, (value as typeof holder).value)
      );
    case "tuple": {
      const { elements } = value as typeof holder;
      return (
        elements.length <= holder.elements.length &&
        elements.every((element, at) => isValueCompatible(holder.elements[at]!, element))
      );
    }
    case "vector":
      return (
        holder.dimension === (value as typeof holder).dimension &&
        isValueCompatible(holder.element, (value as typeof holder).element)
      );
    case "udt":
    case "custom":
      return false;
  }
}
