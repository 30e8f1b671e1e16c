import type { TypeShape } from "@treadle/workflow/data-source";

/** Where a value is not of the type, in words; undefined where it is. A property that the type does not have counts. */
export function differenceFromShape(value: unknown, shape: TypeShape, place: string): string | undefined {
  switch (shape.kind) {
    case "unknown":
      return undefined;
    case "union": {
      const differences = shape.members.map((member) => differenceFromShape(value, member, place));
      return differences.includes(undefined) ? undefined : (differences[0] ?? `${place} is no member of the union`);
    }
    case "object":
      return isObject(value) ? objectDifference(value, shape, place) : mismatch(value, "object", place);
    case "array":
    case "tuple": {
      if (!Array.isArray(value)) return mismatch(value, shape.kind, place);
      if (shape.kind === "tuple" && shape.elements.length !== value.length) return mismatch(value, "tuple", place);
      const elements = value.map((element, at) =>
        differenceFromShape(element, shape.kind === "tuple" ? shape.elements[at]! : shape.element, `${place}[${at}]`),
      );
      return elements.find((difference) => difference !== undefined);
    }
    case "literal":
      return value === shape.value ? undefined : mismatch(value, JSON.stringify(shape.value), place);
    case "null":
      return value === null ? undefined : mismatch(value, "null", place);
    case "never":
    case "undefined":
      return mismatch(value, shape.kind, place);
    default:
      return typeof value === shape.kind ? undefined : mismatch(value, shape.kind, place);
  }
}

function objectDifference(
  value: Readonly<Record<string, unknown>>,
  shape: Extract<TypeShape, { kind: "object" }>,
  place: string,
): string | undefined {
  for (const [name, { type, optional }] of Object.entries(shape.properties)) {
    if (!Object.hasOwn(value, name)) {
      if (!optional) return `${place}.${name} is missing`;
      continue;
    }
    const difference = differenceFromShape(value[name], type, `${place}.${name}`);
    if (difference !== undefined) return difference;
  }
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(shape.properties, name)) continue;
    if (shape.index === undefined) return `${place}.${name} is not in the type`;
    const difference = differenceFromShape(value[name], shape.index, `${place}.${name}`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function mismatch(value: unknown, expected: string, place: string): string {
  return `${place} is ${JSON.stringify(value)}, not ${expected}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
