import type { TypeShape } from "@treadle/workflow/data-source";
import { describe, expect, it } from "vitest";
import { carts, objectShape, parametersOf, required, rowOf } from "../../test/carts.js";

describe("the type of a result", () => {
  it("has an optional member for an optional property, and none once it is compared", () => {
    expect(rowOf("SELECT c.id, c.note FROM c")).toBe("{ id: string; note?: string }");
    expect(rowOf("SELECT c.id, c.note FROM c WHERE c.note = @n")).toBe("{ id: string; note: string }");
    expect(rowOf("SELECT c.note FROM c WHERE IS_DEFINED(c.note)")).toBe("{ note: string }");
    expect(rowOf("SELECT c.note FROM c WHERE STARTSWITH(c.note, 'a')")).toBe("{ note: string }");
    expect(rowOf("SELECT c.note FROM c WHERE c.note = @n OR c.id = @n")).toBe("{ note?: string }");
    expect(rowOf("SELECT c.note ?? 'none' AS note FROM c")).toBe("{ note: string }");
  });

  it("leaves absent values of VALUE out", () => {
    expect(rowOf("SELECT VALUE c.note FROM c")).toBe("string");
    expect(rowOf("SELECT VALUE MAX(c.total) FROM c")).toBe("number");
  });

  it("narrows a union by its discriminant", () => {
    expect(rowOf("SELECT c.pay.last4 FROM c")).toBe("{ last4?: string }");
    expect(rowOf("SELECT c.pay.kind, c.pay.last4 FROM c WHERE c.pay.kind = 'card'")).toBe(
      '{ kind: "card"; last4: string }',
    );
    expect(rowOf("SELECT VALUE c.pay FROM c WHERE (c.pay.kind = 'card' OR 'card' = c.pay.kind)")).toBe(
      '{ kind: "card"; last4: string }',
    );
    expect(rowOf("SELECT VALUE c.pay FROM c WHERE c.pay.kind != 'card'")).toBe('{ kind: "bank"; iban: string }');
    expect(rowOf("SELECT VALUE c.pay.kind = 'card' ? c.pay.last4 : 'none' FROM c")).toBe("string");
  });

  it("follows iteration, joins and subqueries", () => {
    expect(rowOf("SELECT VALUE l.qty FROM l IN c.lines")).toBe("number");
    expect(rowOf("SELECT c.id, l.sku FROM c JOIN l IN c.lines")).toBe("{ id: string; sku: string }");
    expect(rowOf("SELECT ARRAY(SELECT VALUE l.sku FROM l IN c.lines) AS skus FROM c")).toBe("{ skus: string[] }");
    expect(rowOf("SELECT VALUE EXISTS(SELECT VALUE l FROM l IN c.lines) FROM c")).toBe("boolean");
    expect(rowOf("SELECT (SELECT VALUE COUNT(1) FROM l IN c.lines) AS n FROM c")).toBe("{ n: number }");
    expect(rowOf("SELECT (SELECT VALUE l.qty FROM l IN c.lines) AS q FROM c")).toBe("{ q?: number }");
    expect(rowOf("SELECT VALUE r.o FROM (SELECT VALUE {o: c.orderId} FROM c) AS r")).toBe("string");
  });

  it("follows a discriminant of the container into its arrays", () => {
    const entry = (kind: string, element: TypeShape): TypeShape =>
      objectShape({
        kind: required({ kind: "literal", value: kind }),
        entries: required({ kind: "array", element }),
      });
    const item: TypeShape = {
      kind: "union",
      members: [entry("texts", { kind: "string" }), entry("numbers", { kind: "number" })],
    };
    const container = { ...carts, item };
    expect(rowOf("SELECT VALUE e FROM c JOIN e IN c.entries", container)).toBe("string | number");
    expect(rowOf("SELECT VALUE e FROM c JOIN e IN c.entries WHERE c.kind = 'texts'", container)).toBe("string");
  });

  it("is what a declared function gives", () => {
    const container = { ...carts, functions: new Map([["tax", { kind: "number" } as const]]) };
    expect(rowOf("SELECT udf.tax(c.total) AS tax FROM c", container)).toBe("{ tax?: number }");
  });

  it("names what has no name", () => {
    expect(rowOf("SELECT c.id, 1, c.total + 1, LENGTH(c.id) AS len FROM c")).toBe(
      "{ id: string; $1: 1; $2: number; len: number }",
    );
  });

  it("is optional where a function may give nothing", () => {
    expect(rowOf("SELECT LENGTH(c.note) AS n, StringToNumber(c.id) AS i, c.total / 2 AS h FROM c")).toBe(
      "{ n?: number; i?: number; h?: number }",
    );
    expect(rowOf("SELECT AVG(c.total) AS a, COUNT(1) AS n FROM c")).toBe("{ a?: number; n: number }");
    expect(rowOf("SELECT VALUE {first: c.lines[0].qty, pair: [c.id, c.total], some: [c.note]} FROM c")).toBe(
      "{ first?: number; pair: [string, number]; some: string[] }",
    );
  });
});

describe("the type of a parameter", () => {
  it("is that of what it is compared with", () => {
    expect(
      parametersOf(
        "SELECT * FROM c WHERE c.tenant = @t AND c.total > @min AND c.pay.kind IN (@k) AND c.active = @a OFFSET @o LIMIT 1",
      ),
    ).toEqual({ "@t": "string", "@min": "number", "@k": '"card" | "bank"', "@a": "boolean", "@o": "number" });
  });

  it("follows from functions and operators", () => {
    expect(
      parametersOf(
        "SELECT c.id || @suffix AS s, @suffix AS t FROM c WHERE ARRAY_CONTAINS(c.lines, @line) AND c.note LIKE @like",
      ),
    ).toEqual({ "@suffix": "string", "@line": "{ sku: string; qty: number }", "@like": "string" });
  });

  it("is an array, an element or a part of one in ARRAY_CONTAINS", () => {
    expect(
      parametersOf(
        "SELECT * FROM c WHERE ARRAY_CONTAINS(@ids, c.id) AND ARRAY_CONTAINS(c.lines, @line) AND ARRAY_CONTAINS(c.lines, @part, true)",
      ),
    ).toEqual({
      "@ids": "string[]",
      "@line": "{ sku: string; qty: number }",
      "@part": "{ sku?: string; qty?: number }",
    });
  });

  it("is a name or a position as an index", () => {
    expect(parametersOf("SELECT VALUE c[@name] FROM c")).toEqual({ "@name": "string | number" });
  });

  it("is what all uses agree on", () => {
    expect(parametersOf("SELECT * FROM c WHERE LENGTH(@k) > 0 AND c.pay.kind = @k")).toEqual({
      "@k": '"card" | "bank"',
    });
  });
});
