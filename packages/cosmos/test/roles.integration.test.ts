import { randomUUID } from "node:crypto";
import { Agent } from "node:https";
import { CosmosClient } from "@azure/cosmos";
import { type CosmosProxy, callExecutor, callFailing, startCosmosProxy } from "@treadle/testbed";
import { describeWithCosmosEmulator } from "@treadle/testbed/vitest";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { dataActionsOf, metadataAction } from "../src/contract/data-actions.js";
import type { CosmosManifest } from "../src/contract/manifest.js";
import { createExecutor } from "../src/executor/create-executor.js";
import { enforceRole } from "./rbac.js";
import { sampleManifest } from "./sample-manifest.js";

/** What the local servers take from everybody, the proxy before them refuses as the service would. */
describeWithCosmosEmulator("a role of its data actions", (emulator) => {
  const database = `roles-${randomUUID()}`;
  const cart = (id: string) => ({ id, tenant: "acme", status: "open", count: 1 });
  const at = (id: string) => ({ id, partitionKey: "acme" });
  const requests: readonly [statement: string, params: object][] = [
    ["create", { item: cart("a") }],
    ["read", at("a")],
    ["upsert", { item: cart("a") }],
    ["replace", { item: cart("a") }],
    ["addOne", at("a")],
    ["openCarts", { tenant: "acme" }],
    ["delete", at("a")],
  ];
  let proxy: CosmosProxy;
  let client: CosmosClient;

  beforeAll(async () => {
    const { key, upstream } = emulator();
    proxy = await startCosmosProxy(upstream);
    client = new CosmosClient({ endpoint: proxy.endpoint, key, agent: new Agent({ ca: proxy.caCertificate }) });
    await client.databases.create({ id: database });
    await client.database(database).containers.create({ id: "carts", partitionKey: { paths: ["/tenant"] } });
  });

  afterEach(() => proxy.faults.clearFaults());

  afterAll(async () => {
    client?.dispose();
    await proxy?.faults.close();
  });

  function sourceOf(...names: readonly string[]): CosmosManifest {
    const sample = sampleManifest(database);
    const statements = Object.fromEntries(names.map((name) => [name, sample.statements[name]!]));
    return { ...sample, statements };
  }

  const executorOf = (manifest: CosmosManifest) =>
    createExecutor(manifest, { endpoint: proxy.endpoint, key: emulator().key, ca: proxy.caCertificate });

  describe.each(requests)("for %s", (statement, params) => {
    const actions = () => [metadataAction, ...dataActionsOf(sourceOf(statement).statements[statement]!)];

    it("is enough, with the health check", async () => {
      await client.database(database).container("carts").items.upsert(cart("a"));
      if (statement === "create") await client.database(database).container("carts").item("a", "acme").delete();
      const used = enforceRole(proxy, actions());
      const executor = executorOf(sourceOf(statement));
      await executor.preflight({ signal: new AbortController().signal });
      await callExecutor(executor, statement, params as never);
      // The change feed is asked by other versions of the SDK; the service wants the right in any case.
      expect([...used].sort()).toEqual(
        actions()
          .filter((action) => !action.endsWith("/readChangeFeed"))
          .sort(),
      );
      await executor.close();
    });

    it("is refused by name without its action", async () => {
      const lacking = dataActionsOf(sourceOf(statement).statements[statement]!)[0]!;
      enforceRole(
        proxy,
        actions().filter((action) => action !== lacking),
      );
      const executor = executorOf(sourceOf(statement));
      const error = await callFailing(executor, statement, params as never);
      expect([error.name, error.details.substatus]).toEqual(["Cosmos.Forbidden", 5300]);
      await executor.close();
    });
  });
});
