import type { Json } from "@treadle/expressions";
import type { PropertyShape, TypeShape } from "@treadle/workflow/data-source";
import type { CheckedContainer } from "../../src/checks/rule.js";
import { withSystemProperties } from "../../src/compiler/container-shape.js";
import { objectShape, required } from "../carts.js";

const string: TypeShape = { kind: "string" };
const number: TypeShape = { kind: "number" };
const boolean: TypeShape = { kind: "boolean" };

function optional(type: TypeShape): PropertyShape {
  return { type, optional: true };
}

function array(element: TypeShape): TypeShape {
  return { kind: "array", element };
}

function oneOf(...values: readonly string[]): TypeShape {
  return { kind: "union", members: values.map((value) => ({ kind: "literal", value })) };
}

const common = {
  id: required(string),
  tenant: required(string),
  created: required(string),
  active: required(boolean),
  tags: required(array(string)),
  place: optional(
    objectShape({ type: required({ kind: "literal", value: "Point" }), coordinates: required(array(number)) }),
  ),
  vector: required(array(number)),
};

/** Orders and refunds in one container: every kind of type that an item can hold. */
export const entryShape: TypeShape = {
  kind: "union",
  members: [
    objectShape({
      ...common,
      kind: required({ kind: "literal", value: "order" }),
      total: required(number),
      lines: required(
        array(objectShape({ sku: required(string), qty: required(number), marks: optional(array(string)) })),
      ),
      note: optional(string),
      customer: required(objectShape({ name: required(string), city: optional(string) })),
    }),
    objectShape({
      ...common,
      kind: required({ kind: "literal", value: "refund" }),
      reason: required(oneOf("damaged", "late")),
      amount: required({ kind: "union", members: [number, { kind: "null" }] }),
      order: required(string),
    }),
  ],
};

export const entries: CheckedContainer = {
  item: withSystemProperties(entryShape),
  partitionKey: ["/tenant"],
  indexingPolicy: {
    excludedPaths: [{ path: "/vector/*" }],
    compositeIndexes: [
      [
        { path: "/tenant", order: "ascending" },
        { path: "/created", order: "descending" },
      ],
    ],
  },
  functions: new Map([["tax", number]]),
};

const texts = ["acme", "late shipping", "", "2026-01-15T10:00:00.0000000Z", "7"];
const numbers = [0, 1, -2, 3.5, 12];

/**
 * Items of a type, the same on each run: members of unions, optional properties and lengths of arrays take turns, so that a
 * few dozen items have every part present and absent.
 */
export function generateItems(shape: TypeShape, count: number): readonly { readonly [name: string]: Json }[] {
  return Array.from({ length: count }, (_, index) => {
    const item = generate(shape, index) as { readonly [name: string]: Json };
    return { ...item, id: `item-${index}` };
  });
}

function generate(shape: TypeShape, seed: number): Json {
  const pick = <T>(from: readonly T[], shift = 0): T => from[(seed + shift) % from.length]!;
  switch (shape.kind) {
    case "string":
      return pick(texts, seed >> 1);
    case "number":
      return pick(numbers, seed >> 2);
    case "boolean":
      return seed % 3 !== 0;
    case "literal":
      return shape.value;
    case "union":
      return generate(pick(shape.members), seed >> 1);
    case "array":
      return Array.from({ length: (seed >> 1) % 4 }, (_, at) => generate(shape.element, seed + at));
    case "object": {
      const properties = Object.entries(shape.properties).flatMap(([name, { type, optional }], at) =>
        optional && (seed + at) % 3 === 0 ? [] : [[name, generate(type, seed + at)] as const],
      );
      return Object.fromEntries(properties);
    }
    default:
      return null;
  }
}
