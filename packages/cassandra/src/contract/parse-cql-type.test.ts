import { describe, expect, it } from "vitest";
import { formatCqlType, thawCqlType } from "./cql-type.js";
import { parseCqlType, readCqlType } from "./parse-cql-type.js";

function format(text: string): string {
  const parsed = parseCqlType(text);
  return parsed.ok ? formatCqlType(parsed.type) : `${parsed.message} At ${parsed.offset}.`;
}

describe("parseCqlType", () => {
  it.each([
    ["TEXT", "text"],
    ["varchar", "text"],
    ["list < int >", "list<int>"],
    ["frozen<list<frozen<set<text>>>>", "frozen<list<set<text>>>"],
    ["map<text, frozen<list<int>>>", "map<text, frozen<list<int>>>"],
    ["frozen<tuple<int, frozen<list<int>>>>", "tuple<int, list<int>>"],
    ["vector<float,3>", "vector<float, 3>"],
    ["Address", "address"],
    ['"Address"', '"Address"'],
    ["frozen<shop.address>", "frozen<shop.address>"],
    ['"say ""hi"""', '"say ""hi"""'],
    ["list</* of */ int -- numbers\n>", "list<int>"],
  ])("reads %s as %s", (text, expected) => {
    expect(format(text)).toBe(expected);
  });

  it.each([
    ["", "A type is expected here. At 0."],
    ["list", '"<" is expected here. At 4.'],
    ["map<int>", '"," is expected here. At 7.'],
    ["int<text>", "The type int takes no arguments. At 0."],
    ["int text", "The type ends before the text does. At 4."],
    ["vector<float, 0>", "A vector's dimension is a whole number from 1 to 8192. At 14."],
    ["'org.example.Type'", "Custom types in quotes are not supported. At 0."],
  ])("refuses %j", (text, expected) => {
    expect(format(text)).toBe(expected);
  });

  it("reads a type inside a longer text and tells where it ends", () => {
    const text = "id uuid, tags set<text> STATIC";
    expect(readCqlType(text, 13)).toMatchObject({ ok: true, end: 23 });
  });

  it("thaws at every depth", () => {
    const parsed = parseCqlType("map<text, frozen<list<frozen<address>>>>");
    expect(parsed.ok && formatCqlType(thawCqlType(parsed.type))).toBe("map<text, list<address>>");
  });
});
