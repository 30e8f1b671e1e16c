import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type JsonNode, readJsonText } from "./read-json-text.js";
import { TextLines } from "./text-lines.js";

/** The value again, from the places alone. */
function rebuild(node: JsonNode, text: string): unknown {
  if (node.items) return node.items.map((item) => rebuild(item, text));
  if (node.members) return Object.fromEntries([...node.members].map(([name, member]) => [name, rebuild(member, text)]));
  return JSON.parse(text.slice(node.start, node.end));
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("readJsonText", () => {
  it("finds where each value and each name stands", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, "\t"), (value, space) => {
        const text = JSON.stringify(value, null, space);
        const { root, duplicates } = readJsonText(text);
        expect(rebuild(root!, text)).toEqual(JSON.parse(text));
        expect(duplicates).toEqual([]);
      }),
    );
  });

  it("takes exactly the texts that JSON.parse takes", () => {
    const mutate = fc.tuple(
      fc.jsonValue(),
      fc.nat(),
      fc.constantFrom("", ",", '"', "\\", "}", "]", "{", ":", "1", " ", "\n", "-", "e", "."),
    );
    fc.assert(
      fc.property(mutate, fc.boolean(), ([value, place, inserted], isTruncated) => {
        const whole = JSON.stringify(value, null, 1);
        const at = place % (whole.length + 1);
        const text = isTruncated ? whole.slice(0, at) + inserted : whole.slice(0, at) + inserted + whole.slice(at);
        expect(readJsonText(text).root !== undefined).toBe(parses(text));
      }),
      { numRuns: 2000 },
    );
    for (const text of [
      "",
      " ",
      "01",
      "-",
      "1.",
      '"\\x"',
      '"\\u12g4"',
      '"\u0001"',
      "nul",
      "[1,]",
      '{"a" 1}',
      "{}{}",
      "\ufeff{}",
    ]) {
      expect(readJsonText(text).fault, text).toBeDefined();
      expect(parses(text), text).toBe(false);
    }
  });

  it("says what it expected where the text stops being JSON", () => {
    expect(readJsonText('{"a": 1,}').fault).toEqual({
      offset: 8,
      message: 'Expected a name in double quotes, but found "}"',
    });
    expect(readJsonText("[1 2]").fault).toEqual({ offset: 3, message: 'Expected "," or "]", but found "2"' });
    expect(readJsonText('{"a": "b').fault).toEqual({
      offset: 8,
      message: "Expected the rest of a string, but found the end of the text",
    });
  });

  it("lists names that are written twice, with both places", () => {
    const text = '{"a": {"b": 1, "\\u0062": [{"c": 1, "c": 2}]}}';
    expect(readJsonText(text).duplicates).toEqual([
      { path: ["a", "b", 0, "c"], first: { start: 27, end: 30 }, second: { start: 35, end: 38 } },
      { path: ["a", "b"], first: { start: 7, end: 10 }, second: { start: 15, end: 23 } },
    ]);
  });

  it("reads a million open brackets and a string of eight million characters", () => {
    expect(readJsonText("[".repeat(1_000_000)).fault?.offset).toBe(1_000_000);
    expect(readJsonText(`"${"x".repeat(8_000_000)}"`).root?.end).toBe(8_000_002);
  });
});

describe("TextLines", () => {
  it("counts lines at every kind of ending", () => {
    const lines = new TextLines("a\nbc\r\nd\re");
    expect([0, 1, 2, 4, 6, 8].map((offset) => lines.positionAt(offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 2, column: 1 },
      { line: 2, column: 3 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
    ]);
  });
});
