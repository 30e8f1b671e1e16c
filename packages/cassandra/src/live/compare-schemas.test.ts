import { expect, it } from "vitest";
import { shopSchema } from "../../test/shop-schema.js";
import { loadSchema } from "../schema/index.js";
import { compareKeyspaces } from "./compare-schemas.js";

const keyspaceOf = (...statements: readonly string[]) => {
  const { schema, findings } = loadSchema([shopSchema, ...statements].join("\n"));
  expect(findings).toEqual([]);
  return schema.keyspaces.get("shop")!;
};

it("finds no difference between equal schemas", () => {
  expect(compareKeyspaces(keyspaceOf(), keyspaceOf())).toEqual([]);
});

it("says in what a live keyspace differs", () => {
  const live = keyspaceOf(
    "DROP MATERIALIZED VIEW orders_by_status;",
    "ALTER TABLE orders DROP took;",
    "ALTER TABLE orders ADD weight int;",
    "ALTER TYPE address ADD zip int;",
    "DROP INDEX events_kind_idx;",
    "DROP TABLE counters; CREATE TABLE counters (id text, at int, n counter, PRIMARY KEY (id, at));",
    "DROP FUNCTION twice;",
    "CREATE TABLE carts (id uuid PRIMARY KEY);",
  );
  expect(compareKeyspaces(keyspaceOf(), live)).toMatchInlineSnapshot(`
    [
      "type address is street text, city text, zip int, and street text, city text in the file",
      "function twice(int) is in the file only",
      "view orders_by_status is in the file only",
      "table carts is in the database only",
      "table orders: column took is in the file only",
      "table orders: column weight is in the database only",
      "table events: index events_kind_idx is in the file only",
      "table counters: the primary key is ((id), at), and ((id)) in the file",
      "table counters: column at is in the database only",
    ]
  `);
});
