import { expect, it } from "vitest";
import { validateDefinitionText } from "./validate-definition-text.js";

const text = '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }';

it.each(["", " ", "not a definition", text.slice(0, 40)])(
  "reports %j, which is no JSON, without a location",
  (broken) => {
    const found = validateDefinitionText(broken);
    expect(found).toMatchObject([{ name: "invalid-json", code: "INVALID_JSON_DESCRIPTION" }]);
    expect(found[0]).not.toHaveProperty("location");
  },
);

it("never throws on a definition that breaks off", () => {
  for (let length = 0; length < text.length; length++) {
    expect(validateDefinitionText(text.slice(0, length)).length).toBeGreaterThan(0);
  }
});

it("validates what it reads", () => {
  expect(validateDefinitionText(text)).toEqual([]);
  expect(validateDefinitionText("{}")).toMatchObject([
    { name: "missing-field", message: "These fields are required: [StartAt, States]" },
  ]);
});
