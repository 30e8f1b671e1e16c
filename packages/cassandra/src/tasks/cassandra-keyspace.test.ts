import { isDataSource } from "@treadle/workflow/data-source";
import { describe, expect, it } from "vitest";
import { type CheckedSelectOne, cassandra } from "../index.js";
import { declarationOf } from "./declaration.js";

interface ShopQueries {
  "SELECT total FROM orders WHERE id = :id": CheckedSelectOne<{ readonly id: string }, { readonly total: string }>;
}

const location = { file: "data/shop.ts", line: 3, column: 30 };

function declareShop() {
  return cassandra.keyspace.$at({ location, literalArguments: [true, false] })<ShopQueries>("shop", {
    schema: "./schema.cql",
    auth: { secret: "secret" },
  });
}

describe("cassandra.keyspace", () => {
  it("is a data source that knows where it was declared", () => {
    const shop = declareShop();
    expect(isDataSource(shop)).toBe(true);
    expect([shop.kind, shop.name, shop.location]).toEqual(["cassandra", "shop", location]);
    expect(shop.preflight.placeholders.map(({ name }) => name)).toContain("ShopBridgeFunctionArn");
  });

  it("records each statement with its call, and gives the task that runs it", () => {
    const shop = declareShop();
    const site = { location: { ...location, line: 9 }, literalArguments: [true, true] };
    const order = shop.$at(site).query("order", "SELECT total FROM orders WHERE id = :id");
    const one = order.one();
    expect(declarationOf(shop).statements).toEqual([
      { name: "order", text: "SELECT total FROM orders WHERE id = :id", options: {}, site, single: "one" },
    ]);
    expect(one.definition.statement).toMatchObject({ name: "order" });
    expect(one.definition.statement?.source).toBe(shop);
  });
});
