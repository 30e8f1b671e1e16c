import { describe, expect, it } from "vitest";
import { schemaErrorsOf } from "../../test/check.js";
import { shopSchema } from "../../test/shop-schema.js";
import { formatCqlType } from "../contract/cql-type.js";
import { loadSchema } from "./replay-schema.js";

describe("loadSchema", () => {
  it("reports types that cannot be", () => {
    expect(schemaErrorsOf("CREATE TABLE t (id int PRIMARY KEY, a list<list<int>>)")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-type: What is in a collection must be frozen: list<list<int>>.",
      ]
    `);
    expect(schemaErrorsOf("CREATE TABLE t (id int PRIMARY KEY, a set<counter>)")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-type: A counter cannot be in a collection: set<counter>.",
      ]
    `);
    expect(schemaErrorsOf("CREATE TABLE t (id int PRIMARY KEY, a frozen<int>)")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-type: frozen is for collections, tuples and user-defined types, not for int.",
      ]
    `);
    expect(schemaErrorsOf("CREATE TABLE t (id int PRIMARY KEY, a adress)")).toMatchInlineSnapshot(`
      [
        "cassandra/unknown-type: There is no type "adress". Did you mean "address"?",
      ]
    `);
    expect(schemaErrorsOf("CREATE TABLE t (id int PRIMARY KEY, a int, n counter)")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-type: Table t mixes counters with other columns.",
      ]
    `);
    expect(schemaErrorsOf("CREATE TYPE y (a address)")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-type: Field "a" holds a user-defined type, which must be frozen.",
      ]
    `);
  });

  it("reports keys that cannot be", () => {
    expect(schemaErrorsOf("CREATE TABLE t (id int)")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-primary-key: Table t has no primary key.",
      ]
    `);
    expect(schemaErrorsOf("CREATE TABLE t (id int PRIMARY KEY, b int, PRIMARY KEY (b))")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-primary-key: Table t has more than one primary key.",
      ]
    `);
    expect(schemaErrorsOf("CREATE TABLE t (id duration PRIMARY KEY)")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-primary-key: "id" cannot be in the primary key: durations have no order.",
      ]
    `);
    expect(schemaErrorsOf("CREATE TABLE t (id int PRIMARY KEY, b int STATIC)")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-primary-key: "b" is static, but the table has no clustering column, so a partition has one row anyway.",
      ]
    `);
    expect(
      schemaErrorsOf("CREATE TABLE t (a int, b int, c int, PRIMARY KEY (a, b, c)) WITH CLUSTERING ORDER BY (c ASC)"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-primary-key: CLUSTERING ORDER must name the clustering columns in their order (b, c).",
      ]
    `);
  });

  it("reports what exists already or does not", () => {
    expect(schemaErrorsOf("CREATE TABLE orders (id int PRIMARY KEY)")).toMatchInlineSnapshot(`
      [
        "cassandra/already-exists: Table "orders" exists already.",
      ]
    `);
    expect(schemaErrorsOf("CREATE TABLE nope.t (id int PRIMARY KEY)")).toMatchInlineSnapshot(`
      [
        "cassandra/unknown-keyspace: There is no keyspace "nope".",
      ]
    `);
    expect(schemaErrorsOf("DROP TABLE oders")).toMatchInlineSnapshot(`
      [
        "cassandra/unknown-table: Keyspace shop has no table "oders". Did you mean "orders"?",
      ]
    `);
    expect(schemaErrorsOf("DROP INDEX nope")).toMatchInlineSnapshot(`
      [
        "cassandra/unknown-index: There is no index "nope".",
      ]
    `);
    expect(schemaErrorsOf("DROP FUNCTION twize")).toMatchInlineSnapshot(`
      [
        "cassandra/unknown-function: There is no function "twize". Did you mean "twice"?",
      ]
    `);
    expect(schemaErrorsOf("ALTER TABLE orders DROP nope")).toMatchInlineSnapshot(`
      [
        "cassandra/unknown-column: Table orders has no column "nope".",
      ]
    `);
    expect(schemaErrorsOf("USE shopp")).toMatchInlineSnapshot(`
      [
        "cassandra/unknown-keyspace: There is no keyspace "shopp". Did you mean "shop"?",
      ]
    `);
  });

  it("reports indexes that cannot be", () => {
    expect(schemaErrorsOf("CREATE INDEX ON orders (id)")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-index: "id" is the whole partition key, by which rows are found anyway.",
      ]
    `);
    expect(schemaErrorsOf("CREATE INDEX ON orders (keys(tags))")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-index: keys() is for maps, and "tags" is not one.",
      ]
    `);
    expect(schemaErrorsOf("CREATE INDEX ON orders (took)")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-index: Durations cannot be indexed.",
      ]
    `);
    expect(schemaErrorsOf("CREATE INDEX ON orders (status, total)")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-index: An index is on one column.",
      ]
    `);
    expect(schemaErrorsOf("CREATE INDEX ON orders (values(frozen_tags))")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-index: "frozen_tags" is frozen, so it can only be indexed as a whole: full(frozen_tags).",
      ]
    `);
    expect(schemaErrorsOf("CREATE INDEX ON orders (bill_to) USING 'sai'")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-index: "bill_to" is a user-defined type that is not frozen, which cannot be indexed.",
      ]
    `);
  });

  it("reports views that cannot be", () => {
    expect(
      schemaErrorsOf(
        "CREATE MATERIALIZED VIEW v AS SELECT * FROM orders WHERE status IS NOT NULL PRIMARY KEY (status)",
      ),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-view: A view's key holds all of the table's key; id is missing.",
      ]
    `);
    expect(
      schemaErrorsOf("CREATE MATERIALIZED VIEW v AS SELECT * FROM counters WHERE id IS NOT NULL PRIMARY KEY (id)"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-view: A view cannot be made from a counter table.",
      ]
    `);
    expect(
      schemaErrorsOf(
        "CREATE MATERIALIZED VIEW v AS SELECT id, total + 1 FROM orders WHERE id IS NOT NULL PRIMARY KEY (id)",
      ),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-view: A view selects columns by name only, not total + 1.",
      ]
    `);
  });

  it("reports functions that cannot be", () => {
    expect(
      schemaErrorsOf(
        "CREATE FUNCTION f (a frozen<list<int>>) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS 'return 1;'",
      ),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-function: Types of arguments and results are written without frozen.",
      ]
    `);
    expect(schemaErrorsOf("CREATE AGGREGATE a (int) SFUNC nope STYPE int")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-function: Aggregate a needs a state function nope over int and its arguments.",
      ]
    `);
  });

  it("reports changes that cannot be", () => {
    expect(schemaErrorsOf("ALTER TABLE orders DROP id")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-change: "id" is part of the primary key and cannot be dropped.",
      ]
    `);
    expect(schemaErrorsOf("ALTER TABLE orders DROP status")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-change: "status" cannot be dropped while orders has materialized views (orders_by_status).",
      ]
    `);
    expect(schemaErrorsOf("DROP TABLE orders")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-change: Table orders cannot be dropped while view orders_by_status is made from it.",
      ]
    `);
    expect(schemaErrorsOf("DROP TYPE address")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-change: Type address cannot be dropped while table orders uses it.",
      ]
    `);
    expect(
      schemaErrorsOf("ALTER TABLE order_lines DROP quantity; ALTER TABLE order_lines ADD quantity text"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-change: "quantity" was dropped as int and cannot come back as text.",
      ]
    `);
    expect(schemaErrorsOf("ALTER TYPE address ADD inner frozen<address>")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-change: Field "inner" would make type address hold itself.",
      ]
    `);
  });

  it("reports properties that cannot be", () => {
    expect(schemaErrorsOf("CREATE KEYSPACE k WITH replication = {'replication_factor': 1}")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-property: replication needs its "class".",
      ]
    `);
    expect(schemaErrorsOf("ALTER TABLE orders WITH nope = 1")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-property: Tables have no property "nope".",
      ]
    `);
    expect(schemaErrorsOf("ALTER TABLE orders WITH default_time_to_live = -1")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-property: default_time_to_live is a number of seconds, 0 or more, not -1.",
      ]
    `);
    expect(
      schemaErrorsOf("ALTER TABLE orders WITH compression = {'class': 'LZ4Compressor', 'chunk_length_in_kb': 3}"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-property: chunk_length_in_kb is a power of two, not 3.",
      ]
    `);
  });

  it("replays migrations in their order", () => {
    const { schema, findings } = loadSchema(`${shopSchema}
      ALTER TABLE order_lines ADD (note text, weights map<text, frozen<list<int>>>);
      ALTER TABLE order_lines RENAME sku TO article;
      ALTER TYPE address ADD postcode text;
      DROP MATERIALIZED VIEW orders_by_status;
      CREATE ROLE reader WITH LOGIN = true;
      GRANT SELECT ON KEYSPACE shop TO reader;
    `);
    expect(findings).toEqual([]);
    const shop = schema.keyspaces.get("shop")!;
    const lines = shop.tables.get("order_lines")!;
    expect([...lines.columns.values()].map(({ name, type, kind }) => `${name} ${formatCqlType(type)} ${kind}`)).toEqual(
      [
        "order_id uuid partition",
        "article text clustering",
        "part int clustering",
        "quantity int regular",
        "currency text static",
        "note text regular",
        "weights map<text, frozen<list<int>>> regular",
      ],
    );
    expect([...shop.types.get("address")!.fields.keys()]).toEqual(["street", "city", "postcode"]);
    expect([...shop.tables.keys()]).toEqual(["orders", "order_lines", "events", "counters"]);
  });

  it("knows the clustering order, indexes and what a view is made from", () => {
    const shop = loadSchema(shopSchema).schema.keyspaces.get("shop")!;
    const events = shop.tables.get("events")!;
    expect(events.clustering.map(({ name, descending }) => [name, descending])).toEqual([["at", true]]);
    expect([...events.indexes.values()].map(({ name, kind, column }) => [name, kind, column])).toEqual([
      ["events_kind_idx", "sai", "kind"],
      ["events_place_idx", "sai", "place"],
    ]);
    expect(shop.tables.get("orders_by_status")!.viewOf).toBe("orders");
  });

  it("names keyspaces by at most 48 letters, digits and underscores", () => {
    const replication = "WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}";
    expect(schemaErrorsOf(`CREATE KEYSPACE ${"k".repeat(48)} ${replication}`)).toEqual([]);
    expect(schemaErrorsOf(`CREATE KEYSPACE ${"k".repeat(49)} ${replication}`)).toHaveLength(1);
    expect(schemaErrorsOf(`CREATE KEYSPACE "a-b" ${replication}`)).toHaveLength(1);
  });

  it("lets a dropped column come back only as what it was", () => {
    const drop = [
      "CREATE TABLE t (k int, c int, a int, s text STATIC, PRIMARY KEY (k, c))",
      "ALTER TABLE t DROP (a, s)",
    ];
    expect(schemaErrorsOf(...drop, "ALTER TABLE t ADD a int", "ALTER TABLE t ADD s text STATIC")).toEqual([]);
    expect(schemaErrorsOf(...drop, "ALTER TABLE t ADD s blob STATIC")).toEqual([]);
    expect(schemaErrorsOf(...drop, "ALTER TABLE t ADD a int STATIC")).toEqual([
      'cassandra/invalid-change: "a" was dropped as a regular column and cannot come back as a static one.',
    ]);
    expect(schemaErrorsOf(...drop, "ALTER TABLE t ADD a blob")).toEqual([
      'cassandra/invalid-change: "a" was dropped as int and cannot come back as blob.',
    ]);
  });

  it("makes aggregates of functions that are none, from a state that is one", () => {
    const sum = "CREATE FUNCTION sum2 (a int, b int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS 'return a;'";
    const total = "CREATE AGGREGATE total (int) SFUNC sum2 STYPE int INITCOND 0";
    expect(schemaErrorsOf(sum, total)).toEqual([]);
    expect(schemaErrorsOf(sum, total, "CREATE AGGREGATE twofold (int) SFUNC sum2 STYPE int FINALFUNC total")).toEqual([
      "cassandra/invalid-function: Aggregate twofold is made of functions, and total is an aggregate.",
    ]);
    expect(schemaErrorsOf(sum, "CREATE AGGREGATE total (int) SFUNC sum2 STYPE int INITCOND 99999999999")).toHaveLength(
      1,
    );
    expect(schemaErrorsOf(sum, "CREATE AGGREGATE total (int) SFUNC sum2 STYPE int INITCOND [1]")).toHaveLength(1);
    const other = "CREATE FUNCTION sum2 (a int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS 'return a;'";
    expect(schemaErrorsOf(sum, other, total, "DROP FUNCTION sum2(int)")).toEqual([]);
    expect(schemaErrorsOf(sum, other, total, "DROP FUNCTION sum2(int, int)")).toHaveLength(1);
  });
});
