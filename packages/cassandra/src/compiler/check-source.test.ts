import { formatLocation } from "@treadle/diagnostics";
import type { CallSite } from "@treadle/workflow";
import { describe, expect, it } from "vitest";
import { shopSchema } from "../../test/shop-schema.js";
import { parseManifest } from "../contract/index.js";
import type { KeyspaceOptions, QueryOptions } from "../tasks/declaration.js";
import { createKeyspaceSource, type KeyspaceSource } from "../tasks/keyspace-source.js";
import { compiler } from "./check-source.js";

// biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that deployment replaces.
const options: KeyspaceOptions = { schema: "./schema.cql", auth: { secret: "${ShopSecretArn}" } };

function siteAt(line: number, more: Partial<CallSite> = {}): CallSite {
  return { location: { file: "data/shop.ts", line, column: 5 }, literalArguments: [true, true], ...more };
}

function declareShop(more: Partial<KeyspaceOptions> = {}): KeyspaceSource {
  return createKeyspaceSource("shop", { ...options, ...more }, siteAt(1));
}

async function check(
  source: KeyspaceSource,
  files: { readonly [file: string]: string } = { "data/schema.cql": shopSchema },
) {
  const checked = await compiler.check(source, { readText: (file) => files[file], typeArguments: () => [] });
  const found = checked.diagnostics.map(
    ({ code, message, location }) => `${location ? formatLocation(location) : "-"} ${code}: ${message}`,
  );
  const errors = found.filter((_, at) => checked.diagnostics[at]!.severity === "error");
  const text = (file: string) => [...checked.generated, ...checked.artifacts].find((each) => each.file === file)?.text;
  return { checked, found, errors, text };
}

/** Declares statements one a line, from line 2 on. */
function declareAll(shop: KeyspaceSource, texts: readonly (readonly [string, QueryOptions?])[]): void {
  texts.forEach(([text, queryOptions], at) => {
    shop.$at(siteAt(at + 2)).query(`q${at}`, text, queryOptions);
  });
}

describe("a checked keyspace", () => {
  it("writes a manifest that the bridge takes, with * expanded and the text on one line", async () => {
    const shop = declareShop();
    shop.$at(siteAt(2)).query("order", "SELECT *\n  FROM orders -- one\n  WHERE id = :orderId").one();
    shop.$at(siteAt(3)).query("listed", "SELECT at FROM events WHERE tenant IN :tenants AND day = :day ORDER BY at");
    shop
      .$at(siteAt(4))
      .query("take", "UPDATE orders SET status = :next WHERE id = :id IF status = :seen AND total > :least");
    const { text, errors } = await check(shop);
    expect(errors).toEqual([]);
    const manifest = parseManifest(JSON.parse(text("shop.bridge.json")!));
    if (!manifest.ok) throw new Error(manifest.problems.join("\n"));
    const { statements, userTypes } = manifest.manifest;
    expect(userTypes).toEqual({ address: { street: "text", city: "text" } });
    expect(statements.order).toMatchObject({
      text: "SELECT id, attributes, bill_to, frozen_tags, notes, placed_at, ship_to, status, tags, took, total FROM orders WHERE id = :orderId",
      params: { orderId: { type: "uuid" } },
      result: "one",
      idempotent: true,
    });
    expect(statements.order!.columns.find(({ name }) => name === "ship_to")).toEqual({
      name: "ship_to",
      type: "frozen<address>",
    });
    expect(statements.listed).toMatchObject({ paged: false, params: { tenants: { type: "list<text>" } } });
    expect(statements.take).toEqual({
      text: "UPDATE orders SET status = :next WHERE id = :id IF status = :seen AND total > :least",
      params: {
        next: { type: "text", nullable: true },
        id: { type: "uuid" },
        seen: { type: "text", nullable: true },
        least: { type: "decimal" },
      },
      columns: [
        { name: "status", type: "text" },
        { name: "total", type: "decimal" },
      ],
      result: "applied",
      idempotent: false,
    });
  });

  it("marks what may be left out, and what gives exactly one row", async () => {
    const shop = declareShop();
    shop.$at(siteAt(2)).query("note", "UPDATE orders SET status = :status, total = :total WHERE id = :id", {
      optional: ["total"],
    });
    shop.$at(siteAt(3)).query("line", "SELECT sku FROM order_lines WHERE order_id = :id").exactlyOne();
    const { text, errors } = await check(shop);
    expect(errors).toEqual([]);
    const { statements } = JSON.parse(text("shop.bridge.json")!);
    expect(statements.note.params).toEqual({
      status: { type: "text", nullable: true },
      total: { type: "decimal", nullable: true, optional: true },
      id: { type: "uuid" },
    });
    expect(statements.line.result).toBe("exactlyOne");
  });

  it("refuses to leave out what does more than set a column", async () => {
    const shop = declareShop();
    declareAll(shop, [
      ["UPDATE orders SET status = :status WHERE id = :id", { optional: ["id", "nope"] }],
      ["UPDATE orders SET status = :next WHERE id = :id IF status = :seen", { optional: ["next", "seen"] }],
      ["UPDATE orders SET status = :status WHERE id = :id IF status = :status", { optional: ["status"] }],
      ["UPDATE orders SET tags = tags + :more WHERE id = :id", { optional: ["more"] }],
      ["UPDATE orders SET attributes[:key] = :value WHERE id = :id", { optional: ["value"] }],
      ["INSERT INTO orders (id, status) VALUES (:id, :status)", { optional: ["status"] }],
    ]);
    const { errors } = await check(shop);
    expect(errors).toEqual([
      "data/shop.ts:2:5 cassandra/parameter-not-optional: :id cannot be left out: it does more than set a column.",
      "data/shop.ts:2:5 cassandra/parameter-not-optional: The statement has no marker :nope that could be left out.",
      "data/shop.ts:3:5 cassandra/parameter-not-optional: :seen cannot be left out: it does more than set a column.",
      "data/shop.ts:4:5 cassandra/parameter-not-optional: :status cannot be left out: it does more than set a column.",
      "data/shop.ts:5:5 cassandra/parameter-not-optional: :more cannot be left out: it does more than set a column.",
    ]);
  });

  it("refuses .exactlyOne() of a write, and beside pages", async () => {
    const shop = declareShop();
    shop.$at(siteAt(2)).query("write", "DELETE FROM orders WHERE id = :id").exactlyOne();
    const both = shop.$at(siteAt(3)).query("both", "SELECT sku FROM order_lines WHERE order_id = :id");
    both.exactlyOne();
    both.pages();
    const { errors } = await check(shop);
    expect(errors).toEqual([
      "data/shop.ts:2:5 cassandra/invalid-option: Only a SELECT has .exactlyOne().",
      "data/shop.ts:3:5 cassandra/invalid-paging: A statement gives pages or .exactlyOne(), not both: declare it twice.",
    ]);
  });

  it("lets columns of Java classes be there, but not go in or out", async () => {
    const shop = declareShop();
    declareAll(shop, [
      ["SELECT id FROM old WHERE id = :id"],
      ["SELECT * FROM old WHERE id = :id"],
      ["UPDATE old SET place = :place WHERE id = :id"],
    ]);
    const table = "CREATE TABLE old (id int PRIMARY KEY, place 'CompositeType(UTF8Type, Int32Type)', name 'UTF8Type');";
    const { errors, text } = await check(shop, { "data/schema.cql": `${shopSchema}${table}` });
    const what = '"place" is of the Java class CompositeType(UTF8Type,Int32Type), whose values have no form in JSON.';
    expect(errors).toEqual([
      `data/shop.ts:3:5 cassandra/custom-type: ${what} (at 1:8 of the text)`,
      `data/shop.ts:4:5 cassandra/custom-type: ${what} (at 1:24 of the text)`,
    ]);
    expect(text("data/shop.gen.ts")).toContain('"SELECT id FROM old WHERE id = :id": CheckedSelectOne<');
  });

  it("grants no more than the statements need", async () => {
    const shop = declareShop();
    declareAll(shop, [
      ["SELECT total FROM orders_by_status WHERE status = :status"],
      ["SELECT twice(part) FROM order_lines WHERE order_id = :id"],
      ["UPDATE counters SET n = n + 1 WHERE id = :id"],
      ["INSERT INTO events (tenant, day, at) VALUES (:tenant, :day, :at) IF NOT EXISTS"],
      ["DELETE FROM orders WHERE id = :id"],
    ]);
    const { text, errors } = await check(shop);
    expect(errors).toEqual([]);
    expect(
      text("shop.grants.cql")!
        .split("\n")
        .filter((line) => line.startsWith("GRANT")),
    ).toEqual([
      "GRANT EXECUTE ON FUNCTION shop.twice(int) TO shop_bridge;",
      "GRANT MODIFY ON TABLE shop.counters TO shop_bridge;",
      "GRANT MODIFY ON TABLE shop.events TO shop_bridge;",
      "GRANT MODIFY ON TABLE shop.orders TO shop_bridge;",
      "GRANT MODIFY ON TABLE shop.orders_by_status TO shop_bridge;",
      "GRANT SELECT ON TABLE shop.events TO shop_bridge;",
      "GRANT SELECT ON TABLE shop.order_lines TO shop_bridge;",
      "GRANT SELECT ON TABLE shop.orders TO shop_bridge;",
    ]);
  });

  it("asks for the secret and nothing else", async () => {
    const { checked } = await check(declareShop());
    expect(checked.placeholders).toEqual([{ name: "ShopSecretArn", kind: "secret-arn" }]);
    expect(checked.bridgeAccess.map(({ actions, resources }) => [actions, resources])).toEqual([
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that deployment replaces.
      [["secretsmanager:GetSecretValue"], ["${ShopSecretArn}"]],
    ]);
  });

  it("points into the literal where its place is known, and else at the call", async () => {
    const file =
      'shop.query("a", `SELECT id\n  FROM oders`);\nshop.query("b", "SELECT toal FROM orders WHERE id = :id");\n';
    const shop = declareShop();
    const at = (line: number, column: number): Partial<CallSite> => ({
      argumentLocations: [
        { file: "data/shop.ts", line, column: 12 },
        { file: "data/shop.ts", line, column },
      ],
    });
    shop.$at(siteAt(1, at(1, 17))).query("a", "SELECT id\n  FROM oders");
    shop.$at(siteAt(3, at(3, 17))).query("b", "SELECT toal FROM orders WHERE id = :id");
    shop.$at(siteAt(9)).query("c", "SELECT id FROM oders");
    const { errors } = await check(shop, { "data/schema.cql": shopSchema, "data/shop.ts": file });
    expect(errors).toEqual([
      'data/shop.ts:2:8 cassandra/unknown-table: Keyspace shop has no table "oders". Did you mean "orders"?',
      'data/shop.ts:3:25 cassandra/unknown-column: Table orders has no column "toal". Did you mean "total"?',
      'data/shop.ts:9:5 cassandra/unknown-table: Keyspace shop has no table "oders". Did you mean "orders"? (at 1:16 of the text)',
    ]);
  });

  it("writes the types, with diagnostics in the place of wrong texts, but no artifacts", async () => {
    const shop = declareShop();
    declareAll(shop, [["SELECT toal FROM orders WHERE id = :id"], ["SELECT total FROM orders WHERE id = :id"]]);
    const { checked, text } = await check(shop);
    expect(checked.artifacts).toEqual([]);
    expect([...checked.statements.keys()]).toEqual(["q1"]);
    expect(text("data/shop.gen.ts")).toBe(`// Written by \`treadle check\`. Commit it; do not edit it.
import type { CheckedSelectOne, CqlDiagnostic, Decimal, Uuid } from "@treadle/cassandra";

/** The statements of shop, by their text. */
export interface ShopQueries {
  "SELECT toal FROM orders WHERE id = :id": CqlDiagnostic<"cassandra/unknown-column: Table orders has no column \\"toal\\". Did you mean \\"total\\"? at 1:8">;
  "SELECT total FROM orders WHERE id = :id": CheckedSelectOne<{ readonly id: Uuid }, { readonly total: Decimal | null }>;
}
`);
  });

  it("says which file is missing or wrong", async () => {
    expect((await check(declareShop(), {})).found).toEqual([
      "data/shop.ts:1:5 cassandra/schema-file-missing: The schema file data/schema.cql does not exist.",
    ]);
    expect((await check(declareShop({ schema: "../schema.cql" }), { "schema.cql": "CREATE TABEL" })).found).toEqual([
      'schema.cql:1:8 cassandra/syntax-error: Expected what to create (KEYSPACE, TABLE, TYPE, INDEX, MATERIALIZED VIEW, FUNCTION, AGGREGATE), but found TABEL. Did you mean "TABLE"?',
    ]);
    expect((await check(declareShop({ keyspace: "shopp" }))).found).toEqual([
      'data/shop.ts:1:5 cassandra/unknown-keyspace: There is no keyspace "shopp". Did you mean "shop"?',
    ]);
  });

  it("refuses options that are none", async () => {
    const consistency = "MOST" as never;
    expect(
      (await check(declareShop({ consistency, serialConsistency: consistency, dialect: consistency }))).found,
    ).toEqual([
      'data/shop.ts:1:5 cassandra/invalid-option: "MOST" is no consistency level.',
      'data/shop.ts:1:5 cassandra/invalid-option: "MOST" is no serial consistency level.',
      'data/shop.ts:1:5 cassandra/invalid-option: "MOST" is no dialect that is known.',
    ]);
  });

  it("refuses levels at which a statement cannot run, and reasons for a filtering that it does not need", async () => {
    const shop = declareShop({ consistency: "SERIAL" });
    const filtering = { allowFiltering: "a hundred lines" };
    declareAll(shop, [
      ["SELECT total FROM orders WHERE id = :id", { consistency: "ANY" }],
      ["UPDATE orders SET status = :s WHERE id = :id"],
      ["UPDATE orders SET status = :s WHERE id = :id", { consistency: "ANY", serialConsistency: "ONE" as never }],
      ["UPDATE counters SET n = n + 1 WHERE id = :id", { consistency: "ANY" }],
      ["SELECT total FROM orders WHERE id = :id", { consistency: "MOST" as never }],
      ["SELECT sku FROM order_lines WHERE order_id = :id AND quantity > 3 ALLOW FILTERING"],
      ["SELECT sku FROM order_lines WHERE order_id = :id AND quantity > 3 ALLOW FILTERING", filtering],
      ["SELECT total FROM orders WHERE id = :id ALLOW FILTERING"],
      ["SELECT total FROM orders WHERE id = :id", filtering],
    ]);
    expect((await check(shop)).found).toEqual([
      "data/shop.ts:2:5 cassandra/invalid-option: A SELECT cannot be run at ANY, which is for writes.",
      "data/shop.ts:3:5 cassandra/invalid-option: A write cannot be run at SERIAL, which is for reads; a condition makes it serial.",
      'data/shop.ts:4:5 cassandra/invalid-option: "ONE" is no serial consistency level.',
      "data/shop.ts:5:5 cassandra/invalid-option: Counters cannot be written at ANY.",
      'data/shop.ts:6:5 cassandra/invalid-option: "MOST" is no consistency level.',
      "data/shop.ts:7:5 cassandra/filtering-in-partition: ALLOW FILTERING reads the rows of a partition of order_lines to give some of them. (at 1:67 of the text)",
      "data/shop.ts:9:5 cassandra/filtering-not-needed: ALLOW FILTERING has no effect here. (at 1:41 of the text)",
      'data/shop.ts:10:5 cassandra/waiver-not-needed: "q8" gives a reason for "allowFiltering", which it does not need.',
    ]);
  });

  it("refuses texts that are no literals, also where the place of the call is not known", async () => {
    const shop = declareShop();
    shop.$at(siteAt(2, { literalArguments: [true, false] })).query("a", "SELECT total FROM orders WHERE id = :id");
    shop.query("b", "SELECT total FROM orders WHERE id = :id");
    expect((await check(shop)).found).toEqual([
      'data/shop.ts:2:5 cassandra/text-not-literal: The text of "a" is not a literal.',
      '- cassandra/text-not-literal: The text of "b" is not a literal.',
    ]);
  });

  it("refuses names that are taken or none", async () => {
    const shop = declareShop();
    for (const name of ["a", "a", "a b"]) shop.$at(siteAt(2)).query(name, "SELECT total FROM orders WHERE id = :id");
    expect((await check(shop)).found).toEqual([
      'data/shop.ts:2:5 cassandra/duplicate-statement: Two statements of this keyspace are named "a".',
      'data/shop.ts:2:5 cassandra/invalid-statement-name: "a b" cannot be a statement\'s name.',
    ]);
  });

  it("asks more of a declaration than the server does", async () => {
    const shop = declareShop();
    declareAll(shop, [
      ["SELECT total FROM orders WHERE id = ?"],
      ["UPDATE orders SET status = :id WHERE id = :Id"],
      ["SELECT JSON total FROM orders WHERE id = :id"],
      ["SELECT id FROM orders WHERE status = :status ALLOW FILTERING"],
      ["SELECT id FROM orders WHERE status = :status ALLOW FILTERING", { allowFiltering: "a nightly report" }],
    ]);
    shop.$at(siteAt(9)).query("one", "SELECT sku FROM order_lines WHERE order_id = :id").one();
    expect((await check(shop)).errors).toEqual([
      "data/shop.ts:2:5 cassandra/positional-marker: A marker of a declared statement needs a name. (at 1:37 of the text)",
      "data/shop.ts:3:5 cassandra/marker-type-conflict: Marker :id is uuid here and text at 1:28. (at 1:43 of the text)",
      "data/shop.ts:3:5 cassandra/marker-name: The markers :Id and :id differ in case only. (at 1:43 of the text)",
      "data/shop.ts:4:5 cassandra/json-refused: SELECT JSON and INSERT JSON lose the digits of bigint, varint and decimal values. (at 1:8 of the text)",
      "data/shop.ts:5:5 cassandra/filtering-not-waived: ALLOW FILTERING reads rows of orders that it does not return. (at 1:46 of the text)",
      'data/shop.ts:9:5 cassandra/one-row-not-proved: "one" is asked for one row, but may give more.',
    ]);
  });

  it("refuses timestamps on tables that are written on conditions", async () => {
    const shop = declareShop();
    declareAll(shop, [
      ["UPDATE orders SET status = :next WHERE id = :id IF status = :seen"],
      ["UPDATE orders USING TIMESTAMP :t SET status = :next WHERE id = :id"],
      ["UPDATE order_lines USING TIMESTAMP :t SET quantity = 1 WHERE order_id = :id AND sku = :sku AND part = 1"],
    ]);
    expect((await check(shop)).found).toEqual([
      'data/shop.ts:3:5 cassandra/timestamp-with-conditions: USING TIMESTAMP on orders, which "q0" writes by condition: the server ignores one of the two silently.',
    ]);
  });

  it("gives pages where they are asked for, and says why it cannot", async () => {
    const shop = declareShop();
    shop.$at(siteAt(2)).query("paged", "SELECT sku FROM order_lines WHERE order_id = :id").pages({ size: 50 });
    const { text, errors } = await check(shop);
    expect(errors).toEqual([]);
    expect(JSON.parse(text("shop.bridge.json")!).statements.paged).toMatchObject({ result: "pages", pageSize: 50 });

    const wrong = declareShop();
    wrong.$at(siteAt(2)).query("one", "SELECT total FROM orders WHERE id = :continuation").pages({ size: 0 });
    wrong.$at(siteAt(3)).query("write", "DELETE FROM orders WHERE id = :id").pages();
    expect((await check(wrong)).errors).toMatchInlineSnapshot(`
      [
        "data/shop.ts:2:5 cassandra/invalid-paging: This gives one row at most; use .one().",
        "data/shop.ts:2:5 cassandra/invalid-paging: The name :continuation is taken by the place to go on from.",
        "data/shop.ts:2:5 cassandra/invalid-paging: A page has 1 to 5000 rows, not 0.",
        "data/shop.ts:3:5 cassandra/invalid-paging: Only a SELECT has pages.",
      ]
    `);
  });

  it("leaves out a warning that has a reason, and reports reasons without a warning", async () => {
    const shop = declareShop();
    declareAll(shop, [
      ["SELECT total FROM orders", { waive: { "full-scan": "twelve rows" } }],
      ["SELECT total FROM orders WHERE id = :id", { waive: { "full-scan": "small" } }],
      ["SELECT id FROM orders", { waive: { "full-scan": " " } }],
    ]);
    expect((await check(shop)).found).toMatchInlineSnapshot(`
      [
        "data/shop.ts:3:5 cassandra/waiver-not-needed: "q1" gives a reason for "full-scan", which it does not need.",
        "data/shop.ts:4:5 cassandra/invalid-option: The waiver of "full-scan" gives no reason.",
      ]
    `);
  });

  it.each([
    ["cassandra-4.1", "SELECT abs(part) FROM order_lines WHERE order_id = :id", "The function abs is used"],
    [
      "keyspaces",
      "BEGIN COUNTER BATCH UPDATE counters SET n = n + 1 WHERE id = :id; APPLY BATCH",
      "This is a counter batch",
    ],
    [
      "keyspaces",
      `BEGIN UNLOGGED BATCH ${"DELETE FROM orders WHERE id = :id; ".repeat(31)} APPLY BATCH`,
      "This unlogged batch has 31 statements, more than 30",
    ],
    ["scylla", "SELECT part + 1 FROM order_lines WHERE order_id = :id", '"+" calculates'],
  ] as const)("reports what %s does not have, in statements and in the schema", async (dialect, text, what) => {
    const shop = declareShop({ dialect });
    declareAll(shop, [[text]]);
    const { errors } = await check(shop);
    expect(errors).toContainEqual(expect.stringContaining(`cassandra/not-in-dialect: ${what}, which `));
    expect(errors).toContainEqual(
      expect.stringMatching(/^data\/shop\.ts:1:5 cassandra\/not-in-dialect: .*events_kind_idx/),
    );
  });
});
