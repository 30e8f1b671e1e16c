import { describe, expect, it } from "vitest";
import { placeInLiteral } from "./place-in-literal.js";

const literal = { file: "data.ts", line: 2, column: 12 };

describe("placeInLiteral", () => {
  it("finds a piece of the first line after the quote", () => {
    const source = 'import x;\nshop.query("SELECT a FROM t");';
    expect(placeInLiteral(literal, { line: 1, column: 8, length: 1 }, "SELECT a FROM t", source)).toEqual({
      file: "data.ts",
      line: 2,
      column: 20,
      length: 1,
    });
  });

  it("finds a piece of a later line of a template", () => {
    const source = "import x;\nshop.query(`SELECT a\n  FROM t`);";
    expect(placeInLiteral(literal, { line: 2, column: 8, length: 9 }, "SELECT a\n  FROM t", source)).toEqual({
      file: "data.ts",
      line: 3,
      column: 8,
      length: 1,
    });
  });

  it("gives nothing where the literal is written with escapes", () => {
    const source = 'import x;\nshop.query("SELECT \\u0061 FROM t");';
    expect(placeInLiteral(literal, { line: 1, column: 8, length: 1 }, "SELECT a FROM t", source)).toBeUndefined();
  });
});
