import { describe, expect, it } from "vitest";
import { errorsOf, schema } from "../../test/check.js";
import { plainTypeText } from "../schema/index.js";
import { analyzeStatement } from "./analyze-statement.js";

describe("analyzeStatement", () => {
  it("reports names that are not there, with the nearest", () => {
    expect(errorsOf("SELECT toal FROM orders")).toMatchInlineSnapshot(`
      [
        "cassandra/unknown-column: Table orders has no column "toal". Did you mean "total"? at 1:8",
      ]
    `);
    expect(errorsOf("SELECT id FROM oders")).toMatchInlineSnapshot(`
      [
        "cassandra/unknown-table: Keyspace shop has no table "oders". Did you mean "orders"? at 1:16",
      ]
    `);
    expect(errorsOf("SELECT id FROM shopp.orders")).toMatchInlineSnapshot(`
      [
        "cassandra/unknown-keyspace: There is no keyspace "shopp". Did you mean "shop"? at 1:16",
      ]
    `);
    expect(errorsOf("UPDATE orders SET bill_to.cit = 'a' WHERE id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/unknown-field: Type address has no field "cit". Did you mean "city"? at 1:27",
      ]
    `);
    expect(errorsOf("SELECT twize(part) FROM order_lines")).toMatchInlineSnapshot(`
      [
        "cassandra/unknown-function: There is no function "twize". Did you mean "twice"? at 1:8",
      ]
    `);
  });

  it.each([
    ["min([1, null])", "list<int>"],
    ["max(['a', 'é'])", "list<text>"],
    ["max({(1, 'a')})", "set<tuple<int, ascii>>"],
    ["min((1 + 1, 10000000000))", "tuple<int, bigint>"],
    ["max(0x01)", "tinyint"],
    ["count(null)", "bigint"],
    ["count(:any)", "bigint"],
    ["count((part))", "bigint"],
    ["collection_sum({1, 2})", "int"],
    ["mask_replace([1], [2])", "list<int>"],
    ["similarity_cosine([1, 2, :third], [1.5, 2, 3])", "float"],
    ["similarity_cosine(:one, [1, 2])", "float"],
  ])("takes constants in the call %s for what they look like", (call, type) => {
    const { findings, columns } = analyzeStatement(schema, `SELECT ${call} FROM order_lines`, "shop");
    expect(findings.filter(({ diagnostic }) => diagnostic.severity === "error")).toEqual([]);
    expect(columns.map((column) => plainTypeText(column.type))).toEqual([type]);
  });

  it.each([
    "min(null)",
    "min([])",
    "min([1, 2.5])",
    "max((1, null))",
    "max((part))",
    "max({(int)1: (int)2})",
    "max(0x0102)",
    "count((1, 2))",
    "count((1))",
    "collection_sum(['a'])",
    "similarity_cosine([1, 2], [1, 2, 3])",
    "similarity_cosine([0, 0], [1, 2])",
    "similarity_cosine(:a, :b)",
  ])("refuses the call %s, whose constants have no type that fits", (call) => {
    expect(errorsOf(`SELECT ${call} FROM order_lines`)).toHaveLength(1);
  });

  it("takes constants in a written value for what is asked for only", () => {
    expect(errorsOf("UPDATE orders SET notes = mask_default(['a']) WHERE id = :id")).toHaveLength(1);
    expect(errorsOf("UPDATE orders SET status = mask_default(:status) WHERE id = :id")).toHaveLength(1);
    expect(errorsOf("UPDATE orders SET status = mask_default('a') WHERE id = :id")).toEqual([]);
  });

  it("reports values that do not fit", () => {
    expect(errorsOf("INSERT INTO orders (id, status) VALUES (:id, 5)")).toMatchInlineSnapshot(`
      [
        "cassandra/type-mismatch: 5 is no value for "status", which is text. at 1:46",
      ]
    `);
    expect(errorsOf("INSERT INTO orders (id, placed_at) VALUES (:id, '2026-13-01')")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-literal: '2026-13-01' is no timestamp. at 1:49",
      ]
    `);
    expect(
      errorsOf("INSERT INTO order_lines (order_id, sku, part) VALUES (:id, 'a', 99999999999)"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-literal: 99999999999 is out of the range of int. at 1:65",
      ]
    `);
    expect(errorsOf("INSERT INTO orders (id, tags) VALUES (:id, {'a', null})")).toMatchInlineSnapshot(`
      [
        "cassandra/null-not-allowed: Collections hold no null. at 1:50",
      ]
    `);
    expect(errorsOf("UPDATE orders SET tags = tags + {:tag} WHERE id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/marker-in-collection: :tag stands inside of a collection that is given to "tags". at 1:34",
      ]
    `);
    expect(errorsOf("SELECT quantity + 'a' FROM order_lines")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-operation: + cannot be applied to quantity and 'a'. at 1:8",
      ]
    `);
    expect(errorsOf("SELECT twice(sku) FROM order_lines")).toMatchInlineSnapshot(`
      [
        "cassandra/function-arguments: twice(sku) fits no form of the function: twice(int). at 1:8",
      ]
    `);
    expect(errorsOf("SELECT writetime(id) FROM orders")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-selection: writetime() is for columns outside the primary key, and "id" is in it. at 1:8",
      ]
    `);
    expect(errorsOf("SELECT :x FROM orders")).toMatchInlineSnapshot(`
      [
        "cassandra/type-not-inferred: Nothing says which type :x has. at 1:8",
      ]
    `);
    expect(errorsOf("SELECT notes['a'] FROM orders")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-selection: Only elements of sets and maps can be selected; notes is list<text>. at 1:8",
      ]
    `);
    expect(
      errorsOf("UPDATE order_lines SET quantity = CAST(? AS int) WHERE order_id = :id AND sku = 'a' AND part = 1"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/ambiguous-call: cast(? as int) can mean 8 things, by the types of its arguments. at 1:35",
      ]
    `);
    expect(
      errorsOf("UPDATE order_lines SET quantity = (intt) 1 WHERE order_id = :id AND sku = 'a' AND part = 1"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/unknown-type: There is no type "intt". Did you mean "inet"? at 1:36",
      ]
    `);
  });

  it("reports a marker that is of two types", () => {
    expect(errorsOf("SELECT sku FROM order_lines WHERE order_id = :x AND sku = :x")).toMatchInlineSnapshot(`
      [
        "cassandra/marker-type-conflict: Marker :x is text here and uuid at 1:46. at 1:59",
      ]
    `);
  });

  it("reports what is no statement, at its place", () => {
    expect(errorsOf("SELEC id FROM orders")).toMatchInlineSnapshot(`
      [
        "cassandra/syntax-error: Expected a statement, but found SELEC. Did you mean "SELECT"? at 1:1",
      ]
    `);
    expect(errorsOf("SELECT id\nFROM orders\nWHER id = 1")).toMatchInlineSnapshot(`
      [
        "cassandra/syntax-error: Expected the end of the statement, but found WHER. at 3:1",
      ]
    `);
    expect(errorsOf("SELECT select FROM orders")).toMatchInlineSnapshot(`
      [
        "cassandra/syntax-error: Expected a column or a function, but SELECT is reserved; write "select" in double quotes. at 1:8",
      ]
    `);
    expect(errorsOf("SELECT id FROM orders WHERE id = 'a")).toMatchInlineSnapshot(`
      [
        "cassandra/syntax-error: This ' has no end. at 1:34",
      ]
    `);
    expect(errorsOf("CREATE TABLE t (id int PRIMARY KEY)")).toMatchInlineSnapshot(`
      [
        "cassandra/statement-kind: Only SELECT, INSERT, UPDATE, DELETE and BATCH can be run by a workflow. at 1:1",
      ]
    `);
    expect(errorsOf("UPDATE orders SET status = total + 1 WHERE id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/syntax-error: Only status itself may stand on the right, as in status = status + value; found total. at 1:28",
      ]
    `);
    expect(errorsOf("DELETE FROM orders USING TTL 5 WHERE id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/syntax-error: DELETE takes USING TIMESTAMP only. at 1:30",
      ]
    `);
  });

  it("needs a keyspace for names without one", () => {
    const { findings } = analyzeStatement(schema, "SELECT id FROM orders");
    expect(findings.map(({ diagnostic }) => `${diagnostic.code}: ${diagnostic.message}`)).toEqual([
      'cassandra/keyspace-not-named: "orders" needs its keyspace: no USE came before.',
    ]);
  });

  it("names and types markers as the server does", () => {
    const markers = (text: string) =>
      analyzeStatement(schema, text, "shop").markers.map(({ name, type }) => `${name} ${plainTypeText(type)}`);
    expect(markers("UPDATE orders USING TTL ? SET attributes[?] = ?, notes = ? + notes WHERE id IN ?")).toEqual([
      "[ttl] int",
      "key(attributes) text",
      "value(attributes) text",
      "notes list<text>",
      "in(id) list<uuid>",
    ]);
    expect(markers("SELECT sku FROM order_lines WHERE token(order_id) > token(?) LIMIT ?")).toEqual([
      "arg0(system.token) uuid",
      "[limit] int",
    ]);
    expect(markers("UPDATE orders SET bill_to = {city: ?} WHERE id = :id IF bill_to.street = ?")).toEqual([
      "bill_to.city text",
      "id uuid",
      "bill_to.street text",
    ]);
  });

  it("names and types result columns as the server does", () => {
    const columns = (text: string) =>
      analyzeStatement(schema, text, "shop").columns.map(
        ({ name, type, nullable }) => `${name} ${plainTypeText(type)}${nullable ? " | null" : ""}`,
      );
    expect(columns("SELECT * FROM order_lines WHERE order_id = :id")).toEqual([
      "order_id uuid",
      "sku text | null",
      "part int | null",
      "currency text | null",
      "quantity int | null",
    ]);
    expect(
      columns("SELECT count(*), max(quantity) AS most, twice(part), quantity + 1, (int) quantity FROM order_lines"),
    ).toEqual([
      "count bigint",
      "most int | null",
      "shop.twice(part) int | null",
      "quantity + 1 int | null",
      "(int)quantity int | null",
    ]);
  });

  it("takes a tuple's text for a tuple", () => {
    const pairs = "CREATE TABLE pairs (k int PRIMARY KEY, pair tuple<int, text>)";
    expect(errorsOf("INSERT INTO pairs (k, pair) VALUES (0, '1:a')", pairs)).toEqual([]);
    expect(errorsOf("INSERT INTO pairs (k, pair) VALUES (0, '@:a\\:b')", pairs)).toEqual([]);
    expect(errorsOf("INSERT INTO pairs (k, pair) VALUES (0, 'a:b')", pairs)).toEqual([
      'cassandra/invalid-literal: "a" is no int. at 1:40',
    ]);
    expect(errorsOf("INSERT INTO pairs (k, pair) VALUES (0, '1:a:b')", pairs)).toEqual([
      "cassandra/invalid-literal: '1:a:b' has 3 values for a tuple of 2. at 1:40",
    ]);
  });

  it("knows the types of WRITETIME and TTL inside of functions", () => {
    expect(errorsOf("SELECT max(writetime(status)), avg(ttl(status)), ttl(total) + 1 FROM orders")).toEqual([]);
    expect(errorsOf("SELECT cast(1 AS text) FROM orders")).toHaveLength(1);
  });
});
