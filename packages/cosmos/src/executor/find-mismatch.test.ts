import type { Json } from "@treadle/expressions";
import type { TypeShape } from "@treadle/workflow/data-source";
import { describe, expect, it } from "vitest";
import { findMismatch } from "./find-mismatch.js";

const string: TypeShape = { kind: "string" };
const number: TypeShape = { kind: "number" };
const literal = (value: string): TypeShape => ({ kind: "literal", value });
const required = (type: TypeShape) => ({ type, optional: false });
const object = (properties: Extract<TypeShape, { kind: "object" }>["properties"]): TypeShape => ({
  kind: "object",
  properties,
});

const card = object({ kind: required(literal("card")), last4: required(string) });
const bank = object({ kind: required(literal("bank")), iban: required(string) });
const cart = object({
  id: required(string),
  note: { type: string, optional: true },
  pay: required({ kind: "union", members: [card, bank] }),
  lines: required({ kind: "array", element: object({ qty: required(number) }) }),
});
const good = { id: "a", pay: { kind: "card", last4: "1234" }, lines: [{ qty: 1 }] };

describe("findMismatch", () => {
  it.each<[string, TypeShape, Json]>([
    ["an item of the type", cart, good],
    ["an optional property that is there", cart, { ...good, note: "n" }],
    ["properties that the type does not name", cart, { ...good, _etag: "e", more: 1 }],
    ["the other member of a union", cart, { ...good, pay: { kind: "bank", iban: "DE" } }],
    ["null where it is a member", { kind: "union", members: [string, { kind: "null" }] }, null],
    ["anything where nothing is known", { kind: "unknown" }, [1, "a"]],
    ["a tuple", { kind: "tuple", elements: [string, number] }, ["a", 1]],
    ["a record", { kind: "object", properties: {}, index: number }, { a: 1, _etag: "e" }],
  ])("takes %s", (_, shape, value) => {
    expect(findMismatch(shape, value)).toBeUndefined();
  });

  it.each<[string, TypeShape, Json, string, string, string]>([
    ["a missing property", cart, { ...good, id: undefined as never }, "id", "string", "missing"],
    ["null in the place of an optional property", cart, { ...good, note: null }, "note", "string", "null"],
    ["an element of an array", cart, { ...good, lines: [{ qty: 1 }, { qty: "2" }] }, "lines.1.qty", "number", "string"],
    ["what is no array", cart, { ...good, lines: {} }, "lines", "array", "object"],
    ["the member that was meant", cart, { ...good, pay: { kind: "card" } }, "pay.last4", "string", "missing"],
    ["a union without a match", cart, { ...good, pay: { kind: "cash" } }, "pay", "object", "object"],
    ["a literal", literal("a"), "b", "", '"a"', "string"],
    ["a tuple of another length", { kind: "tuple", elements: [string] }, [], "", "array of 1", "array"],
    ["a value of a record", { kind: "object", properties: {}, index: number }, { a: "1" }, "a", "number", "string"],
    ["a union of kinds", { kind: "union", members: [string, number] }, true, "", "string or number", "boolean"],
  ])("finds %s", (_, shape, value, path, expected, valueKind) => {
    expect(findMismatch(shape, value)).toEqual({ path, expected, valueKind });
  });
});
