import { randomUUID } from "node:crypto";
import { Agent } from "node:https";
import { type Container, CosmosClient, type JSONValue } from "@azure/cosmos";
import { type CosmosProxy, startCosmosProxy } from "@treadle/testbed";
import { describeWithCosmosEmulator } from "@treadle/testbed/vitest";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import {
  type ConstructQuery,
  constructs,
  emulatorQueries,
  entries,
  entryShape,
  generateItems,
} from "../../test/constructs/index.js";
import { checkQuery } from "./check-query.js";
import { differenceFromShape } from "./difference-from-shape.js";

const items = generateItems(entryShape, 48);

/** Makes a container with the generated items. */
async function fill(client: CosmosClient): Promise<Container> {
  const { database } = await client.databases.create({ id: `types-${randomUUID()}` });
  const { container } = await database.containers.create({ id: "entries", partitionKey: { paths: ["/tenant"] } });
  for (const item of items) await container.items.create(item);
  return container;
}

/** Runs a query, which finds something, and compares the results with the inferred type. */
async function compare(container: Container, run: ConstructQuery): Promise<void> {
  const [query, parameters] = typeof run === "string" ? [run, {}] : run;
  const { types, diagnostics } = checkQuery(query, entries, { crossPartition: true });
  expect(diagnostics, query).toEqual([]);
  const named = Object.entries(parameters).map(([name, value]) => ({ name, value: value as JSONValue }));
  const { resources } = await container.items.query({ query, parameters: named }).fetchAll();
  expect(resources.length, `${query} finds nothing`).toBeGreaterThan(0);
  const differences = resources.flatMap((row) => differenceFromShape(row, types!.row, "row") ?? []);
  expect(differences, query).toEqual([]);
  expect([...types!.parameters.keys()], query).toEqual(Object.keys(parameters));
}

describe("inferred types against a local server", () => {
  const { upstream, key } = inject("cosmos");
  let proxy: CosmosProxy;
  let client: CosmosClient;
  let container: Container;

  beforeAll(async () => {
    proxy = await startCosmosProxy(upstream);
    client = new CosmosClient({ endpoint: proxy.endpoint, key, agent: new Agent({ ca: proxy.caCertificate }) });
    container = await fill(client);
  });

  afterAll(async () => {
    client?.dispose();
    await proxy?.faults.close();
  });

  it("generates items of the type", () => {
    expect(items.flatMap((item) => differenceFromShape(item, entryShape, "item") ?? [])).toEqual([]);
  });

  it.each(Object.entries(constructs))("hold for the results of every query: %s", async (_, { runs }) => {
    for (const run of runs) await compare(container, run);
  });
});

describeWithCosmosEmulator("inferred types against Microsoft's emulator", (emulator) => {
  it("hold for what the other server does not run: DISTINCT, GROUP BY, OFFSET LIMIT, LIKE, NOT IN", async () => {
    const { endpoint, key, caCertificate } = emulator();
    const agent = new Agent({ ca: caCertificate });
    const client = new CosmosClient({ endpoint, key, agent, connectionPolicy: { enableEndpointDiscovery: false } });
    try {
      const container = await fill(client);
      for (const query of emulatorQueries) await compare(container, query);
    } finally {
      client.dispose();
    }
  });
});
