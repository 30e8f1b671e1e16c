import { expect, it } from "vitest";
import { isJsonataText, jsonataSource, toJsonataText } from "./query-language.js";

it("takes exactly the delimited strings for expressions", () => {
  expect(isJsonataText("{%1%}")).toBe(true);
  expect(isJsonataText("{%%}")).toBe(true);
  expect(isJsonataText("{%}")).toBe(false);
  expect(isJsonataText(" {% 1 %}")).toBe(false);
  expect(isJsonataText("{% 1 %} ")).toBe(false);
  expect(isJsonataText(1)).toBe(false);
});

it("takes the delimiters off and puts them on", () => {
  expect(jsonataSource(toJsonataText("$states.input"))).toBe(" $states.input ");
});
