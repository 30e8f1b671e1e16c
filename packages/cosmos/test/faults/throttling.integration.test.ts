import { Agent } from "node:https";
import { CosmosClient } from "@azure/cosmos";
import { type CosmosServer, startCosmosEmulator } from "@treadle/testbed";
import { describeWithCosmosEmulator } from "@treadle/testbed/vitest";
import type { DataSourceExecutor } from "@treadle/workflow/data-source";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createExecutor } from "../../src/executor/create-executor.js";
import { sampleManifest } from "../sample-manifest.js";
import { runWithRetriers } from "./run-with-retriers.js";

const throughput = 400;

describeWithCosmosEmulator("a container that is throttled by its server", () => {
  let server: CosmosServer;
  let client: CosmosClient;
  let executor: DataSourceExecutor;

  beforeAll(async () => {
    // An account of its own: the shared one refuses nothing.
    server = await startCosmosEmulator({ throttling: true });
    const { endpoint, key, caCertificate } = server;
    client = new CosmosClient({ endpoint, key, agent: new Agent({ ca: caCertificate }) });
    await client.databases.create({ id: "shop" });
    const containers = client.database("shop").containers;
    await containers.create({ id: "carts", partitionKey: { paths: ["/tenant"] }, throughput });
    executor = createExecutor(sampleManifest("shop"), { endpoint, key, ca: caCertificate });
  });

  afterAll(async () => {
    await executor?.close();
    client?.dispose();
    await server?.stop();
  });

  it("takes every write in the end, each once, though it refused many", async () => {
    let requests = 0;
    server.faults.injectFault({
      fault: { kind: "delay", delayMs: 0 },
      matching: ({ method, path }) => method === "POST" && path.includes("/docs") && ++requests > 0,
      requests: Number.POSITIVE_INFINITY,
    });
    const ids = Array.from({ length: 70 }, (_, at) => `cart-${at}`);
    const endings = await Promise.all(
      ids.map((id) =>
        runWithRetriers(
          executor,
          "create",
          { item: { id, tenant: "acme", count: 1 } },
          { idempotent: false, reads: false, timeMs: 10_000 },
        ),
      ),
    );
    server.faults.clearFaults();
    // More requests than writes: each of the others was refused with 429.
    expect(requests).toBeGreaterThan(ids.length);
    expect(endings.map((ending) => (ending.kind === "done" ? "done" : ending.error.name))).toEqual(
      ids.map(() => "done"),
    );
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const { resources } = await client
      .database("shop")
      .container("carts")
      .items.query("SELECT VALUE c.id FROM c")
      .fetchAll();
    expect([...resources].sort()).toEqual([...ids].sort());
  });
});
