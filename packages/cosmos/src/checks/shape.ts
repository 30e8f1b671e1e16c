import type { PropertyShape, TypeShape } from "@treadle/workflow/data-source";

/*
 * Types as sets of JSON values, with `undefined` for a property that is absent, as the query language has it. `unknown` is
 * the open type: any value, or none.
 */
export const unknownShape: TypeShape = { kind: "unknown" };
export const neverShape: TypeShape = { kind: "never" };
export const undefinedShape: TypeShape = { kind: "undefined" };
export const nullShape: TypeShape = { kind: "null" };
export const stringShape: TypeShape = { kind: "string" };
export const numberShape: TypeShape = { kind: "number" };
export const booleanShape: TypeShape = { kind: "boolean" };

export function literalShape(value: string | number | boolean | null): TypeShape {
  return value === null ? nullShape : { kind: "literal", value };
}

export function arrayShape(element: TypeShape): TypeShape {
  return { kind: "array", element };
}

export function membersOf(shape: TypeShape): readonly TypeShape[] {
  if (shape.kind === "union") return shape.members.flatMap(membersOf);
  return shape.kind === "never" ? [] : [shape];
}

export function union(shapes: readonly TypeShape[]): TypeShape {
  const members = new Map<string, TypeShape>();
  for (const member of shapes.flatMap(membersOf)) members.set(shapeKey(member), member);
  if (members.has(shapeKey(unknownShape))) return unknownShape;
  for (const [key, member] of members) {
    if (member.kind === "literal" && members.has(shapeKey(primitiveOf(member.value)))) members.delete(key);
  }
  const [yes, no] = [shapeKey(literalShape(true)), shapeKey(literalShape(false))];
  if (members.has(yes) && members.has(no)) {
    members.delete(yes);
    members.delete(no);
    members.set(shapeKey(booleanShape), booleanShape);
  }
  const kept = [...members.values()];
  if (kept.length === 0) return neverShape;
  return kept.length === 1 ? kept[0]! : { kind: "union", members: kept };
}

export function mapMembers(shape: TypeShape, change: (member: TypeShape) => TypeShape): TypeShape {
  return union(membersOf(shape).map(change));
}

export function mayBeUndefined(shape: TypeShape): boolean {
  return membersOf(shape).some((member) => member.kind === "undefined" || member.kind === "unknown");
}

export function withoutUndefined(shape: TypeShape): TypeShape {
  return union(membersOf(shape).filter((member) => member.kind !== "undefined"));
}

export function orUndefined(shape: TypeShape): TypeShape {
  return union([shape, undefinedShape]);
}

/** Literals become their primitive types. */
export function widen(shape: TypeShape): TypeShape {
  return mapMembers(shape, (member) => (member.kind === "literal" ? primitiveOf(member.value) : member));
}

/** The property as it reads in a query: undefined where a member of a union does not have it. */
export function propertyOf(shape: TypeShape, name: string): TypeShape {
  return mapMembers(shape, (member) => {
    if (member.kind === "unknown") return unknownShape;
    if (member.kind !== "object") return undefinedShape;
    const property = ownProperty(member.properties, name);
    if (property) return property.optional ? orUndefined(property.type) : property.type;
    return member.index ? orUndefined(member.index) : undefinedShape;
  });
}

/** Whether some value of the type can have the property. */
export function mayHaveProperty(shape: TypeShape, name: string): boolean {
  return membersOf(shape).some(
    (member) =>
      member.kind === "unknown" ||
      (member.kind === "object" && (member.index !== undefined || ownProperty(member.properties, name) !== undefined)),
  );
}

export function propertyNames(shape: TypeShape): readonly string[] {
  return membersOf(shape).flatMap((member) => (member.kind === "object" ? Object.keys(member.properties) : []));
}

/** What iterating over a value of the type gives; never where it is no array. */
export function elementOf(shape: TypeShape): TypeShape {
  return mapMembers(shape, (member) => {
    if (member.kind === "unknown") return unknownShape;
    if (member.kind === "array") return member.element;
    return member.kind === "tuple" ? union(member.elements) : neverShape;
  });
}

/** Objects with any part of their properties. */
export function partialOf(shape: TypeShape): TypeShape {
  return mapMembers(shape, (member) => {
    if (member.kind !== "object") return member;
    const properties = Object.entries(member.properties).map(([name, { type }]) => [name, { type, optional: true }]);
    return { ...member, properties: Object.fromEntries(properties) };
  });
}

/** The values that both types have. */
export function intersect(a: TypeShape, b: TypeShape): TypeShape {
  if (a.kind === "union" || b.kind === "union" || a.kind === "never" || b.kind === "never") {
    return union(membersOf(a).flatMap((left) => membersOf(b).map((right) => intersect(left, right))));
  }
  if (a.kind === "unknown") return b;
  if (b.kind === "unknown") return a;
  if (a.kind === "literal" && b.kind === "literal") return a.value === b.value ? a : neverShape;
  if (a.kind === "literal") return primitiveOf(a.value).kind === b.kind ? a : neverShape;
  if (b.kind === "literal") return intersect(b, a);
  if (isList(a) && isList(b)) return intersectLists(a, b);
  if (a.kind === "object" && b.kind === "object") return intersectObjects(a, b);
  return a.kind === b.kind ? a : neverShape;
}

export function overlaps(a: TypeShape, b: TypeShape): boolean {
  return intersect(a, b).kind !== "never";
}

export function shapeKey(shape: TypeShape): string {
  return JSON.stringify(shape);
}

type ListShape = Extract<TypeShape, { kind: "array" | "tuple" }>;
type ObjectShape = Extract<TypeShape, { kind: "object" }>;

function isList(shape: TypeShape): shape is ListShape {
  return shape.kind === "array" || shape.kind === "tuple";
}

function intersectLists(a: ListShape, b: ListShape): TypeShape {
  if (a.kind === "array" && b.kind === "array") return arrayShape(intersect(a.element, b.element));
  if (a.kind === "array") return intersectLists(b, a);
  if (a.kind !== "tuple") return neverShape;
  if (b.kind === "tuple" && a.elements.length !== b.elements.length) return neverShape;
  const elements = a.elements.map((element, at) =>
    intersect(element, b.kind === "tuple" ? b.elements[at]! : b.element),
  );
  return elements.some((element) => element.kind === "never") ? neverShape : { kind: "tuple", elements };
}

function intersectObjects(a: ObjectShape, b: ObjectShape): TypeShape {
  const properties: Record<string, PropertyShape> = {};
  for (const name of new Set([...Object.keys(a.properties), ...Object.keys(b.properties)])) {
    const [left, right] = [memberOf(a, name), memberOf(b, name)];
    const type = intersect(left.type, right.type);
    const optional = left.optional && right.optional;
    if (type.kind === "never" && !optional) return neverShape;
    if (type.kind !== "never") properties[name] = { type, optional };
  }
  return { kind: "object", properties, ...(a.index && b.index && { index: intersect(a.index, b.index) }) };
}

/** A property that the type does not speak of: an item may have more than its type says. */
function memberOf(shape: ObjectShape, name: string): PropertyShape {
  return ownProperty(shape.properties, name) ?? { type: shape.index ?? unknownShape, optional: true };
}

function ownProperty(properties: ObjectShape["properties"], name: string): PropertyShape | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function primitiveOf(value: string | number | boolean): TypeShape {
  return { kind: typeof value } as TypeShape;
}
