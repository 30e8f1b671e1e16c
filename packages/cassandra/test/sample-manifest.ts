import type { CassandraManifest, CassandraStatement } from "../src/contract/manifest.js";

type Params = CassandraStatement["params"];

/** A keyspace with a table per kind of write, and the statements that the tests run on it. */
export const sampleSchema = (keyspace: string) => `
CREATE KEYSPACE ${keyspace} WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};
CREATE TYPE ${keyspace}.address (street text, city text, zip int);
CREATE TABLE ${keyspace}.orders (
  id uuid PRIMARY KEY, status text, total decimal, placed timestamp, note text,
  ship_to frozen<address>, tags set<text>, history list<frozen<tuple<timestamp, text>>>, attributes map<text, text>
);
CREATE TABLE ${keyspace}.order_lines (order_id uuid, line int, sku text, qty int, PRIMARY KEY (order_id, line));
CREATE TABLE ${keyspace}.inventory (sku text PRIMARY KEY, stock int, reserved int);
CREATE TABLE ${keyspace}.views (page text PRIMARY KEY, hits counter);
`;

export function sampleManifest(keyspace: string): CassandraManifest {
  const row = { id: "uuid", status: "text", total: "decimal", placed: "timestamp", note: "text" };
  const more = {
    ship_to: "frozen<address>",
    tags: "set<text>",
    history: "list<frozen<tuple<timestamp, text>>>",
    attributes: "map<text, text>",
  };
  const all = { ...row, ...more };
  return {
    kind: "cassandra",
    source: "shop",
    keyspace,
    consistency: "LOCAL_QUORUM",
    serialConsistency: "LOCAL_SERIAL",
    userTypes: { address: { street: "text", city: "text", zip: "int" } },
    statements: {
      orderById: statement(`SELECT ${Object.keys(all).join(", ")} FROM orders WHERE id = :orderId`, "one", {
        params: { orderId: { type: "uuid" } },
        columns: all,
      }),
      placeOrder: statement(
        `INSERT INTO orders (${Object.keys(all).join(", ")}) VALUES (${Object.keys(all).map((name) => `:${name}`)})`,
        "none",
        { params: Object.fromEntries(Object.entries(all).map(([name, type]) => [name, setting(name, type)])) },
      ),
      linesOf: statement("SELECT line, sku, qty FROM order_lines WHERE order_id = :orderId LIMIT :max", "rows", {
        params: { orderId: { type: "uuid" }, max: { type: "int" } },
        columns: { line: "int", sku: "text", qty: "int" },
      }),
      addLine: statement(
        "INSERT INTO order_lines (order_id, line, sku, qty) VALUES (:orderId, :line, :sku, :qty)",
        "none",
        { params: { orderId: { type: "uuid" }, line: { type: "int" }, sku: { type: "text" }, qty: { type: "int" } } },
      ),
      stock: statement(
        "INSERT INTO inventory (sku, stock, reserved) VALUES (:sku, :stock, 0) IF NOT EXISTS",
        "applied",
        {
          params: { sku: { type: "text" }, stock: { type: "int" } },
          columns: { sku: "text", stock: "int", reserved: "int" },
          idempotent: false,
        },
      ),
      reserve: statement("UPDATE inventory SET stock = :left WHERE sku = :sku IF stock = :stock", "applied", {
        params: { sku: { type: "text" }, left: { type: "int" }, stock: { type: "int" } },
        columns: { stock: "int" },
        idempotent: false,
      }),
      countView: statement("UPDATE views SET hits = hits + :amount WHERE page = :page", "none", {
        params: { page: { type: "text" }, amount: { type: "bigint" } },
        idempotent: false,
      }),
      viewsOf: statement("SELECT hits FROM views WHERE page = :page", "one", {
        params: { page: { type: "text" } },
        columns: { hits: "counter" },
      }),
    },
  };
}

function setting(name: string, type: string): Params[string] {
  return name === "id" ? { type } : { type, nullable: true, optional: true };
}

export function statement(
  text: string,
  result: CassandraStatement["result"],
  more: { params?: Params; columns?: { readonly [name: string]: string }; idempotent?: boolean },
): CassandraStatement {
  return {
    text,
    params: more.params ?? {},
    columns: Object.entries(more.columns ?? {}).map(([name, type]) => ({ name, type })),
    result,
    idempotent: more.idempotent ?? true,
  };
}
