import { describe, expect, it } from "vitest";
import type { ChoiceRule } from "../definition.js";
import type { Json } from "../json.js";
import { VariableScope } from "../variable-scope.js";
import { matchesRule } from "./choice-rule.js";

function matches(rule: ChoiceRule, input: Json): boolean {
  return matchesRule(rule, { input, context: () => ({}), variables: new VariableScope() });
}

describe("comparators", () => {
  it.each([
    ["StringEquals", "a", "a", true],
    ["StringLessThan", "a", "b", true],
    ["StringGreaterThanEquals", "b", "b", true],
    ["StringEquals", 1, "1", false],
    ["NumericEquals", 1, 1.0, true],
    ["NumericLessThanEquals", 2, 1, false],
    ["NumericGreaterThan", 2, 1, true],
    ["NumericEquals", null, 0, false],
    ["NumericLessThan", [1], 2, false],
    ["BooleanEquals", false, false, true],
    ["BooleanEquals", "false", false, false],
    ["TimestampEquals", "2030-01-01T01:00:00+01:00", "2030-01-01T00:00:00Z", true],
    ["TimestampLessThan", "2030-01-01T00:00:00Z", "2030-01-01T00:00:00.5Z", true],
    ["TimestampGreaterThan", "soon", "2030-01-01T00:00:00Z", false],
    ["StringMatches", "log-2030.txt", "log-*.txt", true],
    ["StringMatches", "log.txt", "log?txt", false],
    ["StringMatches", "a*b", "a\\*b", true],
    ["StringMatches", "axb", "a\\*b", false],
    ["StringMatches", "a\\b", "a\\\\b", true],
    ["StringMatches", 5, "*", false],
    ["IsNull", null, true, true],
    ["IsNull", 0, false, true],
    ["IsString", "x", true, true],
    ["IsNumeric", "1", false, true],
    ["IsBoolean", 1, true, false],
    ["IsTimestamp", "2030-01-01T00:00:00Z", true, true],
    ["IsTimestamp", "2030-01-01", true, false],
  ] as [string, Json, Json, boolean][])("%s of %j to %j is %s", (comparator, value, other, expected) => {
    expect(matches({ Variable: "$.v", [comparator]: other }, { v: value })).toBe(expected);
  });

  it("compares with what stands at a path", () => {
    expect(matches({ Variable: "$.a", NumericLessThanPath: "$.b" }, { a: 1, b: 2 })).toBe(true);
  });
});

it("combines rules", () => {
  const one: ChoiceRule = { Variable: "$.n", NumericEquals: 1 };
  const positive: ChoiceRule = { Variable: "$.n", NumericGreaterThan: 0 };
  expect(matches({ And: [positive, { Not: one }] }, { n: 2 })).toBe(true);
  expect(matches({ Or: [one, { Variable: "$.n", NumericEquals: 3 }] }, { n: 2 })).toBe(false);
});

it("knows a null from nothing", () => {
  expect(matches({ Variable: "$.n", IsPresent: true }, { n: null })).toBe(true);
  expect(matches({ Variable: "$.n", IsPresent: false }, {})).toBe(true);
});

it("fails where a path leads nowhere, or to a value of another type", () => {
  const text = "The choice state's condition path references an invalid value.";
  expect(() => matches({ Variable: "$.n", NumericEquals: 1 }, {})).toThrow(`Invalid path '$.n': ${text}`);
  expect(() => matches({ Variable: "$.n", NumericEqualsPath: "$.m" }, { n: 1 })).toThrow(`Invalid path '$.m': ${text}`);
  expect(() => matches({ Variable: "$.n", NumericEqualsPath: "$.m" }, { n: 1, m: "1" })).toThrow(text);
});
