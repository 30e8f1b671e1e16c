import type { CheckedContainer } from "@treadle/cosmos/compiler";

type TypeShape = CheckedContainer["item"];

/** Properties that the service adds to items; the recorded ones are without them. */
const systemProperties = ["_rid", "_self", "_etag", "_attachments", "_ts"];

/** The item type of a container that holds these items. */
export function shapeOfContainer(items: readonly unknown[]): TypeShape {
  const shape = shapeOfItems(items);
  if (shape.kind !== "object") return shape;
  const added = systemProperties.map((name) => [name, { type: { kind: "unknown" }, optional: true }] as const);
  return { ...shape, properties: { ...Object.fromEntries(added), ...shape.properties } };
}

/** The type that a TypeScript author would give these items: one object type, with optional properties. */
function shapeOfItems(items: readonly unknown[]): TypeShape {
  const objects = items.filter(isObject);
  const others = items.filter((item) => !isObject(item)).map(shapeOfScalar);
  return unionOf([...(objects.length > 0 ? [shapeOfObjects(objects)] : []), ...others]);
}

function shapeOfObjects(objects: readonly Readonly<Record<string, unknown>>[]): TypeShape {
  const names = [...new Set(objects.flatMap(Object.keys))];
  const properties = Object.fromEntries(
    names.map((name) => {
      const values = objects.filter((object) => Object.hasOwn(object, name)).map((object) => object[name]);
      return [name, { type: shapeOfItems(values), optional: values.length < objects.length }];
    }),
  );
  return { kind: "object", properties };
}

function shapeOfScalar(value: unknown): TypeShape {
  if (value === null) return { kind: "null" };
  if (Array.isArray(value)) return { kind: "array", element: shapeOfItems(value) };
  return { kind: typeof value } as TypeShape;
}

function unionOf(shapes: readonly TypeShape[]): TypeShape {
  const distinct = new Map(shapes.map((shape) => [JSON.stringify(shape), shape]));
  const [first, ...rest] = distinct.values();
  if (first === undefined) return { kind: "never" };
  return rest.length === 0 ? first : { kind: "union", members: [...distinct.values()] };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
