import { readFileSync } from "node:fs";
import { createExecutor as createShopExecutor } from "@treadle/cassandra/executor";
import { runLocally } from "@treadle/cli";
import { createExecutor as createCartsExecutor } from "@treadle/cosmos/executor";
import { splitCql } from "@treadle/testbed";
import { describeWithCassandra } from "@treadle/testbed/vitest";
import type { DataSourceExecutor } from "@treadle/workflow/data-source";
import { Client } from "cassandra-driver";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { charge } from "./functions/charge.ts";
import { refund } from "./functions/refund.ts";
import { toCarts, toShop } from "./local/connections.ts";
import { recordedExecutor } from "./local/recorded-answers.ts";
import { loadCarts } from "./local/start-databases.ts";

/*
 * The committed definition again, now on the real databases: the same bridges as in AWS, called in process.
 */
const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");
const manifest = (source: string): unknown => JSON.parse(read(`artifacts/${source}.bridge.json`));

const cosmos = inject("cosmos");
let carts: DataSourceExecutor;

beforeAll(async () => {
  await loadCarts(cosmos);
  carts = createCartsExecutor(manifest("carts"), toCarts(cosmos));
});
afterAll(() => carts?.close());

async function fulfil(input: string, shop: DataSourceExecutor) {
  const { execution, calls } = await runLocally({
    workflow: "FulfilOrder",
    type: "STANDARD",
    definition: read("artifacts/FulfilOrder.asl.json"),
    input: JSON.parse(read(`inputs/${input}.json`)),
    executors: new Map([
      ["shop", shop],
      ["carts", carts],
    ]),
    functions: { ChargeFunctionArn: charge, RefundFunctionArn: refund },
  });
  return { ...execution, calls };
}

describeWithCassandra("FulfilOrder on a real node", (cassandra) => {
  let shop: DataSourceExecutor;
  let client: Client;

  beforeAll(async () => {
    const { contactPoint, port, localDataCenter, username, password } = cassandra();
    client = new Client({
      contactPoints: [`${contactPoint}:${port}`],
      localDataCenter,
      credentials: { username, password },
    });
    await client.execute("DROP KEYSPACE IF EXISTS shop");
    const script = read("data/schema.cql") + read("data/sample.cql");
    for (const statement of splitCql(script)) await client.execute(statement);
    shop = createShopExecutor(manifest("shop"), toShop(cassandra()));
  });
  afterAll(async () => {
    await shop?.close();
    await client?.shutdown();
  });

  const availableOf = async (sku: string) =>
    (await client.execute("SELECT available FROM shop.inventory WHERE sku = ?", [sku], { prepare: true })).first()
      .available;

  it("fulfils a paid order, and the rows say so", async () => {
    const execution = await fulfil("paid-order", shop);
    expect(execution).toMatchObject({
      status: "SUCCEEDED",
      // The cart of the other order and one that was never ordered; the own one was closed before they were counted.
      output: { outcome: "FULFILLED", returning: true, openCarts: 2 },
    });
    expect(await availableOf("tea-green")).toBe(8);
    expect(await availableOf("mug-blue")).toBe(4);
    const audit = await client.execute("SELECT outcome, skus FROM shop.order_audit");
    expect(audit.rows.map(({ outcome, skus }) => [outcome, skus])).toEqual([["FULFILLED", ["mug-blue", "tea-green"]]]);
    const [counter] = (await client.execute("SELECT orders FROM shop.order_counters")).rows;
    expect(String(counter?.orders)).toBe("1");
  });

  it("undoes what it reserved when a line is out of stock", async () => {
    const before = await availableOf("tea-green");
    const execution = await fulfil("out-of-stock", shop);
    expect(execution).toMatchObject({ status: "SUCCEEDED", output: { outcome: "OUT_OF_STOCK" } });
    expect(await availableOf("tea-green")).toBe(before);
    expect(await availableOf("kettle-steel")).toBe(1);
    expect(execution.calls.map(({ statement }) => statement)).toContain("returnStock");
  });

  it("fails by name for an order that there is not", async () => {
    const execution = await fulfil("unknown-order", shop);
    expect(execution).toMatchObject({ status: "FAILED", error: "Order.Unknown" });
  });
});

describe("the recorded answers", () => {
  it("still fit the committed definition", async () => {
    const shop = recordedExecutor();
    expect(await fulfil("paid-order", shop)).toMatchObject({ output: { outcome: "FULFILLED" } });
    expect(await fulfil("out-of-stock", shop)).toMatchObject({ output: { outcome: "OUT_OF_STOCK" } });
    expect(await fulfil("unknown-order", shop)).toMatchObject({ error: "Order.Unknown" });
  });
});
