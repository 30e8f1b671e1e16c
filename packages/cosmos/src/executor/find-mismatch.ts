import type { Json } from "@treadle/expressions";
import type { TypeShape } from "@treadle/workflow/data-source";
import { isJsonObject, kindOf } from "./json-kind.js";

/** Where a value is not of its type. Never the value itself. */
export interface Mismatch {
  /** `lines.0.sku`; empty where it is the value as a whole. */
  readonly path: string;
  readonly expected: string;
  /** Its kind, or `missing`. */
  readonly valueKind: string;
}

/**
 * Finds the first place where a JSON value is not of the type. Properties that the type does not name are no mismatch: items
 * carry the service's own, and TypeScript takes them as well.
 */
export function findMismatch(
  shape: TypeShape,
  value: Json | undefined,
  path: readonly string[] = [],
): Mismatch | undefined {
  switch (shape.kind) {
    case "unknown":
      return value === undefined ? mismatch(shape, value, path) : undefined;
    case "array":
      if (!Array.isArray(value)) return mismatch(shape, value, path);
      return first(value.map((element, at) => () => findMismatch(shape.element, element, [...path, String(at)])));
    case "tuple":
      if (!Array.isArray(value) || value.length !== shape.elements.length) return mismatch(shape, value, path);
      return first(shape.elements.map((one, at) => () => findMismatch(one, value[at] as Json, [...path, String(at)])));
    case "object":
      return findInObject(shape, value, path);
    case "union":
      return findInUnion(shape, value, path);
    case "literal":
      return value === shape.value ? undefined : mismatch(shape, value, path);
    default:
      return value !== undefined && kindOf(value) === shape.kind ? undefined : mismatch(shape, value, path);
  }
}

type ObjectShape = Extract<TypeShape, { kind: "object" }>;
type UnionShape = Extract<TypeShape, { kind: "union" }>;

function findInObject(shape: ObjectShape, value: Json | undefined, path: readonly string[]): Mismatch | undefined {
  if (!isJsonObject(value)) return mismatch(shape, value, path);
  const named = Object.entries(shape.properties).map(([name, { type, optional }]) => () => {
    const property = Object.hasOwn(value, name) ? value[name] : undefined;
    return property === undefined && optional ? undefined : findMismatch(type, property, [...path, name]);
  });
  const { index } = shape;
  if (index === undefined) return first(named);
  const others = Object.keys(value).filter((name) => !Object.hasOwn(shape.properties, name) && !name.startsWith("_"));
  return first([...named, ...others.map((name) => () => findMismatch(index, value[name], [...path, name]))]);
}

/** Of a union of objects that a literal tells apart, the fault of the one that was meant is told. */
function findInUnion({ members }: UnionShape, value: Json | undefined, path: readonly string[]): Mismatch | undefined {
  const found = members.map((member) => findMismatch(member, value, path));
  if (found.includes(undefined)) return undefined;
  const meant = members.findIndex((member) => isMeant(member, value));
  return meant >= 0 ? found[meant] : mismatch({ kind: "union", members }, value, path);
}

function isMeant(member: TypeShape, value: Json | undefined): boolean {
  if (member.kind !== "object" || !isJsonObject(value)) return false;
  const literals = Object.entries(member.properties).filter(([, { type }]) => type.kind === "literal");
  return (
    literals.length > 0 && literals.every(([name, { type }]) => type.kind === "literal" && value[name] === type.value)
  );
}

function first(finders: readonly (() => Mismatch | undefined)[]): Mismatch | undefined {
  for (const find of finders) {
    const found = find();
    if (found !== undefined) return found;
  }
  return undefined;
}

function mismatch(shape: TypeShape, value: Json | undefined, path: readonly string[]): Mismatch {
  return { path: path.join("."), expected: nameOf(shape), valueKind: value === undefined ? "missing" : kindOf(value) };
}

function nameOf(shape: TypeShape): string {
  if (shape.kind === "union") return [...new Set(shape.members.map(nameOf))].join(" or ");
  if (shape.kind === "literal") return JSON.stringify(shape.value);
  return shape.kind === "tuple" ? `array of ${shape.elements.length}` : shape.kind;
}
