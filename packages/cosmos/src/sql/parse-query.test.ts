import { describe, expect, it } from "vitest";
import { type Token, tokenize } from "./lexer.js";
import type { ExpressionNode } from "./nodes.js";
import { parseQuery } from "./parse-query.js";
import { childrenOf } from "./visit.js";

/** The grouping of an expression, fully parenthesised. */
function grouped(node: ExpressionNode): string {
  const [a, b, c] = childrenOf(node).map(grouped);
  switch (node.kind) {
    case "literal":
      return JSON.stringify(node.value);
    case "identifier":
      return node.name;
    case "property":
      return `${a}.${node.name}`;
    case "unary":
      return `(${node.operator} ${a})`;
    case "binary":
      return `(${a} ${node.operator} ${b})`;
    case "conditional":
      return `(${a} ? ${b} : ${c})`;
    case "between":
      return `(${a}${node.negated ? " NOT" : ""} BETWEEN ${b} AND ${c})`;
    case "in":
      return `(${a}${node.negated ? " NOT" : ""} IN ${b})`;
    case "like":
      return `(${a}${node.negated ? " NOT" : ""} LIKE ${b}${node.escape ? ` ESCAPE ${node.escape}` : ""})`;
    default:
      return node.kind;
  }
}

function groupingOf(expression: string): string {
  const { query, fault } = parseQuery(`SELECT VALUE ${expression}`);
  if (query?.select.what.kind !== "value") return fault?.message ?? "no value";
  return grouped(query.select.what.value);
}

function faultOf(text: string): string | undefined {
  const { fault } = parseQuery(text);
  return fault && `${fault.start}: ${fault.message}`;
}

describe("parseQuery", () => {
  it("groups operators by their precedence, to the left", () => {
    expect(groupingOf("1 + 2 * 3 - 4")).toBe("((1 + (2 * 3)) - 4)");
    expect(groupingOf("a OR b AND NOT c = 1")).toBe("(a OR (b AND (NOT (c = 1))))");
    expect(groupingOf("a < 1 = b")).toBe("((a < 1) = b)");
    expect(groupingOf("a | b & c << 1")).toBe("(a | (b & (c << 1)))");
    expect(groupingOf("a ?? b ? c : d ? e : f")).toBe("((a ?? b) ? c : (d ? e : f))");
    expect(groupingOf("-a.b + ~c")).toBe("((- a.b) + (~ c))");
  });

  it("keeps the AND of BETWEEN apart from the logical one", () => {
    expect(groupingOf("a BETWEEN 1 AND 2 AND b")).toBe("((a BETWEEN 1 AND 2) AND b)");
    expect(groupingOf("a NOT BETWEEN 1 AND 2")).toBe("(a NOT BETWEEN 1 AND 2)");
    expect(groupingOf("a NOT IN (1) OR b LIKE 'x!%' ESCAPE '!'")).toBe('((a NOT IN 1) OR (b LIKE "x!%" ESCAPE !))');
  });

  it("takes reserved words in brackets and in object literals, not after a dot", () => {
    expect(groupingOf('c["value"]')).toBe("c.value");
    expect(faultOf("SELECT c.value FROM c")).toBe('9: "VALUE" is a reserved word: write ["value"]');
    expect(faultOf("SELECT VALUE {value: 1, Order: 2}")).toBeUndefined();
    expect(faultOf("SELECT c.first, c.rank, c.last FROM c")).toBeUndefined();
  });

  it("reads both quotes, escapes and comments", () => {
    expect(groupingOf(`'a\\'b'`)).toBe(`"a'b"`);
    expect(groupingOf(`"\\u0041\\n"`)).toBe('"A\\n"');
    expect(groupingOf("1 -- one\n + 2")).toBe("(1 + 2)");
    expect(groupingOf("a LIKE '%' ESCAPE '\\'")).toBe('(a LIKE "%" ESCAPE \\)');
  });

  it("reads every clause", () => {
    const text = `SELECT DISTINCT TOP @n c.id, c.x AS y, {"a": [1, undefined]} z
      FROM root.items AS c JOIN t IN c.tags JOIN (SELECT VALUE s FROM s IN c.sizes) AS size
      WHERE EXISTS(SELECT VALUE 1 FROM t) AND ARRAY(SELECT VALUE 1) != [] AND FIRST(SELECT 1) AND udf.f(@p) AND c[0]
      GROUP BY c.id, c.x ORDER BY c.id DESC, c.x OFFSET 0 LIMIT @n`;
    const { query } = parseQuery(text);
    expect(query?.from?.joins.map(({ alias, iterates }) => [alias, iterates])).toEqual([
      ["t", true],
      ["size", false],
    ]);
    expect(query?.groupBy).toHaveLength(2);
    expect(query?.orderBy?.items.map(({ descending }) => descending)).toEqual([true, false]);
    expect(query?.offsetLimit?.limit).toMatchObject({ kind: "parameter", name: "@n" });
    expect(text.slice(query!.orderBy!.start, query!.orderBy!.end)).toBe("ORDER BY c.id DESC, c.x");
  });

  it("names the place and what it expected", () => {
    expect(faultOf("SELECT")).toBe("6: the query ends where an expression is expected");
    expect(faultOf("SELECT c. FROM c")).toBe('10: "FROM" is a reserved word: write ["FROM"]');
    expect(faultOf("SELECT * FROM c WHERE c.a BETWEEN 1")).toBe("35: the query ends where AND is expected");
    expect(faultOf("SELECT 1 FROM c WHERE c.x = 'a")).toBe("28: this string does not end");
    expect(faultOf("SELECT c.12a FROM c")).toBe("9: a number must not run into a name");
    expect(faultOf("SELECT c.2 FROM c")).toBe('9: "2" stands where a property name is expected');
    expect(faultOf("SELECT # FROM c")).toBe('7: "#" has no meaning here');
    expect(faultOf("SELECT VALUE EXISTS(1)")).toBe('20: "1" stands where SELECT is expected');
    expect(faultOf("SELECT * FROM c ORDER BY RANK 1")).toBe("30: ORDER BY RANK needs a call of a scoring function");
    expect(faultOf("SELECT 1 LIKE 'a' ESCAPE 'ab'")).toBe("25: ESCAPE takes exactly one character");
    expect(faultOf("SELECT * FROM c OFFSET 1 + 1 LIMIT 2")).toBe('25: "+" stands where LIMIT is expected');
  });

  it("gives a fault and never throws, whatever token is missing, doubled or swapped", () => {
    const text = `SELECT DISTINCT TOP 1 VALUE {a: c.b[0], "c": [1, 'x']} FROM r.s AS c JOIN t IN c.u
      WHERE (NOT c.a = @p AND c.b BETWEEN 1 AND 2) OR c.d NOT IN (1, 2) OR EXISTS(SELECT VALUE 1) ? c.e ?? -1 : udf.f()
      GROUP BY c.a ORDER BY c.a DESC, c.b OFFSET 1 LIMIT 2`;
    const tokens = tokenize(text).slice(0, -1);
    const written = (changed: readonly Token[]) => changed.map((token) => token.written).join(" ");
    expect(parseQuery(written(tokens)).fault).toBeUndefined();
    for (const [at, token] of tokens.entries()) {
      const variants = [
        tokens.toSpliced(at, 1),
        tokens.toSpliced(at, 0, token),
        tokens.toSpliced(at, 2, tokens[at + 1] ?? token, token),
      ];
      for (const variant of variants) {
        const changed = written(variant);
        const { fault } = parseQuery(changed);
        if (fault) expect(fault.start).toBeLessThanOrEqual(changed.length);
      }
    }
  });
});
