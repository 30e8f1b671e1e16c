import type { PropertyShape, TypeShape } from "@treadle/workflow/data-source";
import { type CheckQueryOptions, checkQuery } from "../src/checks/check-query.js";
import { printShape } from "../src/checks/print-shape.js";
import type { CheckedContainer, QueryRule } from "../src/checks/rule.js";

const string: TypeShape = { kind: "string" };
const number: TypeShape = { kind: "number" };

export function required(type: TypeShape): PropertyShape {
  return { type, optional: false };
}

export function objectShape(properties: { readonly [name: string]: PropertyShape }): TypeShape {
  return { kind: "object", properties };
}

function literal(value: string): PropertyShape {
  return required({ kind: "literal", value });
}

/** `{ id, tenant, orderId, pay: card | bank, lines: { sku, qty }[], note?, active, total }` */
export const cart: TypeShape = objectShape({
  id: required(string),
  tenant: required(string),
  orderId: required(string),
  pay: required({
    kind: "union",
    members: [
      objectShape({ kind: literal("card"), last4: required(string) }),
      objectShape({ kind: literal("bank"), iban: required(string) }),
    ],
  }),
  lines: required({ kind: "array", element: objectShape({ sku: required(string), qty: required(number) }) }),
  note: { type: string, optional: true },
  active: required({ kind: "boolean" }),
  total: required(number),
});

export const carts: CheckedContainer = {
  item: cart,
  partitionKey: ["/tenant"],
  indexingPolicy: {},
  functions: undefined,
};

/** What one rule finds in a query that goes across partitions: `code: message`. */
export function findingsOf(
  rule: QueryRule,
  text: string,
  options: CheckQueryOptions = { crossPartition: true },
  container: CheckedContainer = carts,
): readonly string[] {
  return checkQuery(text, container, { ...options, rules: [rule] }).diagnostics.map(
    ({ code, message }) => `${code}: ${message}`,
  );
}

/** The type of one result, as TypeScript. */
export function rowOf(text: string, container: CheckedContainer = carts): string {
  const { types, diagnostics } = checkQuery(text, container, { crossPartition: true });
  return types ? printShape(types.row) : diagnostics.map(({ message }) => message).join("\n");
}

/** The types of the parameters, as TypeScript. */
export function parametersOf(text: string): { readonly [name: string]: string } {
  const { types } = checkQuery(text, carts, { crossPartition: true });
  return Object.fromEntries([...(types?.parameters ?? [])].map(([name, shape]) => [name, printShape(shape)]));
}
