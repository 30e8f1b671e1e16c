import { describe, expect, it } from "vitest";
import type { CqlSyntaxError } from "../cql-syntax-error.js";
import type { SelectStatement, UpdateStatement } from "../nodes/index.js";
import { normalizeText } from "../normalize-text.js";
import { parseScript, parseStatement } from "./parse-statement.js";

const statements = [
  "SELECT a, b.c, m['x'], s[1..2], count(*), writetime(a) AS w FROM ks.t WHERE a IN (1, 2) AND (b, c) > (?, :x)",
  "SELECT json, distinct FROM t WHERE token(a, b) > token(1, 2) GROUP BY a ORDER BY b DESC, c PER PARTITION LIMIT 2 LIMIT :n",
  "SELECT DISTINCT a FROM t WHERE m['k'] = 'v' AND l CONTAINS KEY 1 AND n LIKE 'a%' ALLOW FILTERING",
  "SELECT (int)a, CAST(a AS text), -a + 2 * (b - 1), [1, 2], {'a': 1}, (map<int, text>){1: 'a'} FROM t",
  "SELECT v FROM t ORDER BY v ANN OF [1.5, 2] LIMIT 3",
  "INSERT INTO t (a, b) VALUES (0xff, 12h30m) IF NOT EXISTS USING TIMESTAMP 1 AND TTL 2",
  "INSERT INTO t JSON '{}' DEFAULT UNSET",
  "UPDATE t USING TTL 5 SET a = a + 1, b = [1] + b, m[1] = 'a', u.f = null, d -= {1} WHERE k = 1 IF a IN (1) AND m[2] != 3",
  "DELETE a, b[1], c.d FROM t USING TIMESTAMP 5 WHERE k = 1 IF EXISTS",
  "BEGIN UNLOGGED BATCH USING TIMESTAMP 1 INSERT INTO t (a) VALUES (1); DELETE FROM t WHERE a = 2; APPLY BATCH",
  "CREATE TABLE IF NOT EXISTS t (a int, b frozen<list<text>> STATIC, PRIMARY KEY ((a), b)) WITH comment = 'x' AND CLUSTERING ORDER BY (b DESC)",
  "CREATE CUSTOM INDEX i ON t (entries(m)) USING 'sai' WITH OPTIONS = {'a': 'b'}",
  "CREATE MATERIALIZED VIEW v AS SELECT * FROM t WHERE a IS NOT NULL PRIMARY KEY (a)",
  "CREATE OR REPLACE FUNCTION f (a int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS $$return 1;$$",
  "CREATE AGGREGATE g (int) SFUNC f STYPE int FINALFUNC h INITCOND 0",
  "ALTER TYPE t RENAME a TO b AND c TO d",
  "DROP FUNCTION IF EXISTS ks.f(int, text)",
];

/** The tree without places, in which two spellings of one statement are equal. */
function treeOf(text: string): unknown {
  const parsed = parseStatement(text);
  if (!parsed.ok) throw parsed.errors[0];
  return JSON.parse(
    JSON.stringify(parsed.value, (key, value) => (/span$|^allowFiltering$/i.test(key) ? undefined : value)),
  );
}

const placed = ({ message, span }: CqlSyntaxError): string => `${message} at ${span.line}:${span.column}`;

function errorOf(text: string): string {
  const parsed = parseStatement(text);
  return parsed.ok ? "" : placed(parsed.errors[0]!);
}

describe("parseStatement", () => {
  it.each(statements)("reads the same from one line and from many: %s", (text) => {
    const spread = text.replaceAll(" ", "\n  /* c */ ").replace("/* c */", "-- c\n");
    expect(treeOf(spread)).toEqual(treeOf(text));
    expect(treeOf(normalizeText(spread))).toEqual(treeOf(text));
  });

  it("keeps the place of each part", () => {
    const parsed = parseStatement("SELECT a,\n  b FROM t");
    expect(parsed.ok && (parsed.value as SelectStatement).selectors![1]!.span).toEqual({
      offset: 12,
      length: 1,
      line: 2,
      column: 3,
    });
  });

  it("takes the sign of a number after a column as the operation", () => {
    const parsed = parseStatement("UPDATE t SET c = c -3 WHERE k = 1");
    expect(parsed.ok && (parsed.value as UpdateStatement).assignments[0]).toMatchObject({
      kind: "add",
      value: { value: "-3" },
    });
  });

  it("folds names that are not quoted", () => {
    expect(treeOf('SELECT Total FROM "Orders"')).toMatchObject({
      table: { name: { name: "Orders" } },
      selectors: [{ term: { name: "total" } }],
    });
  });

  it("says what was expected and where", () => {
    expect(errorOf("SELECT a FROM")).toBe("expected a table, but the text ends at 1:14");
    expect(errorOf("SELECT a FROM t WHERE a = ")).toBe("expected a value, but the text ends at 1:27");
    expect(errorOf("UPDAET t SET a = 1 WHERE k = 1")).toBe(
      'expected a statement, but found UPDAET. Did you mean "UPDATE"? at 1:1',
    );
    expect(errorOf("SELECT a FROM t WHERE a = 'x")).toBe("this ' has no end at 1:27");
    expect(errorOf("SELECT a FROM table")).toBe(
      'expected a table, but TABLE is reserved; write "table" in double quotes at 1:15',
    );
  });

  it("reads a script, comments and all", () => {
    const parsed = parseScript("-- one\nUSE a;\n;/* two */ DROP TABLE b;");
    expect(parsed.ok && parsed.value.map(({ kind }) => kind)).toEqual(["use", "drop"]);
  });
});

describe("normalizeText", () => {
  it("makes one line of many", () => {
    expect(normalizeText("SELECT id, -- the key\n  total\nFROM t\nWHERE id IN (\n  :a,\n  'x  y'\n);")).toBe(
      "SELECT id, total FROM t WHERE id IN (:a, 'x  y')",
    );
  });
});

describe("error recovery", () => {
  const errorsOf = (parse: typeof parseStatement | typeof parseScript, text: string) => {
    const parsed = parse(text);
    return parsed.ok ? [] : parsed.errors.map(placed);
  };

  it("reports each faulty part of a statement", () => {
    expect(errorsOf(parseStatement, "SELECT a.., b, 1 + FROM t WHERE a = AND b IN 1 AND c = 2")).toMatchInlineSnapshot(`
      [
        "expected FROM, but found ".." at 1:9",
        "expected a column or a function, but FROM is reserved; write "from" in double quotes at 1:20",
        "expected a value, but found AND at 1:37",
        "expected "(", but found 1 at 1:46",
      ]
    `);
    expect(errorsOf(parseStatement, "UPDATE t SET a ? 1, b = 2, c = d WHERE k 1 AND l = 2")).toMatchInlineSnapshot(`
      [
        "expected "=", but found "?" at 1:16",
        "only c itself may stand on the right, as in c = c + value; found d at 1:32",
        "expected an operator (=, <, <=, >, >=, IN, CONTAINS), but found 1 at 1:42",
      ]
    `);
  });

  it("reports each faulty member of a batch, and each faulty statement of a script", () => {
    expect(
      errorsOf(parseStatement, "BEGIN BATCH DELETE t WHERE a = 1; INSERT INTO t (a) VALUES (1); INSERT t; APPLY BATCH"),
    ).toMatchInlineSnapshot(`
      [
        "expected FROM, but found WHERE at 1:22",
        "expected INTO, but found t at 1:72",
      ]
    `);
    expect(errorsOf(parseScript, "CREATE TABEL a (b int); USE c; CREATE TYPE d; DROP TABLE e")).toMatchInlineSnapshot(`
      [
        "expected what to create (KEYSPACE, TABLE, TYPE, INDEX, MATERIALIZED VIEW, FUNCTION, AGGREGATE), but found TABEL. Did you mean "TABLE"? at 1:8",
        "expected "(", but found ";" at 1:45",
      ]
    `);
  });
});
