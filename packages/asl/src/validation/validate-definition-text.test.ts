import fc from "fast-check";
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

const wrong = `{
  "StartAt": "A",
  "QueryLanguage": "JSONata",
  "States": {
    "A": {
      "Type": "Pass",
      "Otput": 1,
      "Output": "{% $states.input.\\u0061 + total + $states.inptu %}",
      "Next": "C"
    },
    "B": { "Type": "Succeed" }
  }
}
`;

it("gives each finding its place in the text: the name that is wrong, the value, the part of an expression", () => {
  const lines = wrong.split("\n");
  const shown = validateDefinitionText(wrong).map(({ name, place }) => {
    const { line, column, endLine, endColumn } = place!;
    expect(endLine).toBe(line);
    return `${name} ${line}:${column} ${lines[line - 1]!.slice(column - 1, endColumn - 1)}`;
  });
  expect(shown).toEqual([
    'unsupported-field 7:7 "Otput"',
    'missing-transition-target 9:15 "C"',
    'unreachable-state 11:5 "B"',
    "jsonata-top-level-reference 8:44 total",
    "jsonata-states-field 8:60 inptu",
  ]);
});

it("gives no JSON the place where it breaks off", () => {
  expect(validateDefinitionText('{\n  "StartAt": "A",\n}')).toMatchObject([
    {
      message: 'Expected a name in double quotes, but found "}" at line 3, column 1',
      place: { line: 3, column: 1 },
    },
  ]);
});

it("reports a state that is written twice, since only the later one counts", () => {
  const twice = '{ "StartAt": "A",\n "States": { "A": { "Type": "Fail" },\n "A": { "Type": "Succeed" } } }';
  expect(validateDefinitionText(twice)).toEqual([
    {
      name: "duplicate-key",
      severity: "error",
      message: "'A' is written twice; only the later one counts.",
      pointer: "/States/A",
      place: { line: 3, column: 2, endLine: 3, endColumn: 5 },
      help: "The other one is at line 2.",
    },
  ]);
  expect(validateDefinitionText(twice.replace('"A": { "Type": "Fail" },', ""))).toEqual([]);
});

it("never throws on a text with a stretch taken out, doubled or replaced, and always gives a place", () => {
  const size = wrong.length;
  fc.assert(
    fc.property(
      fc.nat(size),
      fc.nat(60),
      fc.constantFrom("", "{", '"', "\\", "]", ",,", "\ud800", "null"),
      (at, length, put) => {
        const stretch = wrong.slice(at, at + length);
        for (const changed of [
          wrong.slice(0, at) + put + wrong.slice(at + length),
          wrong.slice(0, at) + stretch + put + wrong.slice(at),
        ]) {
          for (const { place, message } of validateDefinitionText(changed)) {
            expect(message).not.toBe("");
            expect(place!.line).toBeGreaterThan(0);
            expect(place!.column).toBeGreaterThan(0);
            expect(place!.endLine).toBeGreaterThanOrEqual(place!.line);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});
