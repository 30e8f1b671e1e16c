import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generateSchemaFiles } from "../../scripts/generate-schema.js";
import { fieldOrder } from "../field-order.js";
import { definitionSchema, type Schema } from "./definition-schema.js";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const definitions = definitionSchema.definitions as Readonly<Record<string, Schema>>;
const fieldsOf = (schema: Schema | undefined) => Object.keys(schema?.properties as object).sort();
const sorted = (fields: readonly string[]) => [...fields].sort();

describe("generated files", () => {
  it("are those that the schema gives", () => {
    const files = generateSchemaFiles(definitionSchema);
    expect(JSON.parse(read("../../schema/asl.schema.json"))).toEqual(JSON.parse(files.json));
    expect(read("./generated/validate-structure.ts")).toBe(files.code);
  });
});

describe("fields of the schema", () => {
  const states = (definitions.state!.oneOf as Schema[]).map((schema) => {
    const type = (schema.properties as { Type: { const: keyof typeof fieldOrder.state } }).Type.const;
    return [type, schema] as const;
  });

  it.each(states)("of a %s state are those of its field order", (type, schema) => {
    expect(fieldsOf(schema)).toEqual(sorted(fieldOrder.state[type]));
  });

  it.each([
    ["retrier", fieldOrder.retrier],
    ["catcher", fieldOrder.catcher],
    ["choiceRule", fieldOrder.choiceRule],
    ["itemProcessor", fieldOrder.scope],
    ["processorConfig", fieldOrder.processorConfig],
    ["itemReader", fieldOrder.itemReader],
    ["readerConfig", fieldOrder.readerConfig],
    ["itemBatcher", fieldOrder.itemBatcher],
    ["resultWriter", fieldOrder.resultWriter],
  ] as const)("of %s are those of its field order", (name, order) => {
    expect(fieldsOf(definitions[name])).toEqual(sorted(order));
  });

  it("of the definition are those of its field order, for every state type", () => {
    expect(fieldsOf(definitionSchema)).toEqual(sorted(fieldOrder.definition));
    expect(states.map(([type]) => type).sort()).toEqual(sorted(Object.keys(fieldOrder.state)));
  });
});
