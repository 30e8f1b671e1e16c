import { Agent } from "node:https";
import { type Container, CosmosClient } from "@azure/cosmos";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import "../vitest/provided-servers.js";
import { cosmosAnswer } from "./cosmos-answer.js";
import type { CosmosConnection, CosmosServer } from "./cosmos-server.js";
import { startCosmos } from "./start-cosmos.js";
import { startCosmosProxy } from "./start-cosmos-proxy.js";

function clientFor({ endpoint, key, caCertificate }: Omit<CosmosConnection, "upstream">): CosmosClient {
  return new CosmosClient({ endpoint, key, agent: new Agent({ ca: caCertificate }) });
}

async function createContainer(client: CosmosClient, id: string): Promise<Container> {
  const { database } = await client.databases.createIfNotExists({ id });
  const { container } = await database.containers.createIfNotExists({ id: "items", partitionKey: "/tenant" });
  return container;
}

describe("a server of its own", () => {
  let server: CosmosServer;
  let client: CosmosClient;
  let items: Container;

  beforeAll(async () => {
    server = await startCosmos();
    client = clientFor(server);
    items = await createContainer(client, "own");
    await items.items.create({ id: "1", tenant: "a", total: 3 });
  });

  afterEach(() => server.faults.clearFaults());

  afterAll(async () => {
    client.dispose();
    await server.stop();
  });

  test("stores and finds items", async () => {
    const query = {
      query: "SELECT c.total FROM c WHERE c.tenant = @tenant",
      parameters: [{ name: "@tenant", value: "a" }],
    };
    expect((await items.items.query(query).fetchAll()).resources).toEqual([{ total: 3 }]);
  });

  test.each([401, 408, 410, 449, 503] as const)("answers %i when told to", async (status) => {
    server.faults.injectFault({ fault: cosmosAnswer(status), requests: Number.POSITIVE_INFINITY });
    await expect(items.items.create({ id: `x${status}`, tenant: "a" })).rejects.toMatchObject({ code: status });
    server.faults.clearFaults();
    expect((await items.item(`x${status}`, "a").read()).statusCode).toBe(404);
  });

  test("answers 429 with a wait that the SDK obeys", async () => {
    server.faults.injectFault({ fault: cosmosAnswer(429, { retryAfterMs: 40 }), requests: 2 });
    const start = performance.now();
    expect((await items.item("1", "a").read()).statusCode).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(75);
  });

  test("has stored the item when its answer is lost", async () => {
    server.faults.injectFault({
      fault: { kind: "reset-after-forward" },
      matching: (request) => request.method === "POST",
    });
    await expect(items.items.create({ id: "lost", tenant: "a" })).rejects.toMatchObject({ code: "ECONNRESET" });
    expect((await items.item("lost", "a").read()).statusCode).toBe(200);
  });
});

describe("the shared server", () => {
  test("can be reached through a fault proxy of the test's own, and only through it", async () => {
    const shared = inject("cosmos");
    const proxy = await startCosmosProxy(shared.upstream);
    const client = clientFor({ ...proxy, key: shared.key });
    const items = await createContainer(client, "shared");
    let requests = 0;
    proxy.faults.injectFault({
      fault: { kind: "delay", delayMs: 0 },
      requests: Number.POSITIVE_INFINITY,
      matching: () => {
        requests += 1;
        return true;
      },
    });
    await items.items.create({ id: "1", tenant: "a" });
    expect(requests).toBe(1);
    client.dispose();
    await proxy.faults.close();
  });
});
