import { readFileSync } from "node:fs";
import { Agent } from "node:https";
import { CosmosClient } from "@azure/cosmos";
import {
  type CassandraServer,
  type CosmosServer,
  checkRequirements,
  describeMissingRequirements,
  startCassandra,
  startCosmos,
} from "@treadle/testbed";

export interface LocalDatabases {
  /** Undefined where this machine lacks Java or Maven; `missing` then says how to get them. */
  readonly cassandra: CassandraServer | undefined;
  readonly cosmos: CosmosServer;
  readonly missing: string | undefined;
  readonly stop: () => Promise<void>;
}

const read = (file: string) => readFileSync(new URL(`../data/${file}`, import.meta.url), "utf8");

/** A real Cassandra node and a Cosmos server of our own, with the example's schema and sample rows. */
export async function startDatabases(log: (text: string) => void): Promise<LocalDatabases> {
  const requirements = await checkRequirements();
  const [cassandra, cosmos] = await Promise.all([
    requirements.length === 0 ? startCassandra({ log }) : undefined,
    startCosmos({ log }),
  ]);
  const stop = async () => {
    await Promise.all([cassandra?.stop(), cosmos.stop()]);
  };
  try {
    await cassandra?.applySchema(read("schema.cql"));
    await cassandra?.applySchema(read("sample.cql"));
    await loadCarts(cosmos);
  } catch (error) {
    await stop();
    throw error;
  }
  const missing = requirements.length === 0 ? undefined : describeMissingRequirements(requirements);
  return { cassandra, cosmos, missing, stop };
}

export async function loadCarts(server: { endpoint: string; key: string; caCertificate: string }): Promise<void> {
  const { endpoint, key, caCertificate } = server;
  const agent = new Agent({ ca: caCertificate });
  const client = new CosmosClient({ endpoint, key, agent, connectionPolicy: { enableEndpointDiscovery: false } });
  const { database } = await client.databases.createIfNotExists({ id: "shop" });
  const { container } = await database.containers.createIfNotExists({
    id: "carts",
    partitionKey: { paths: ["/tenant"] },
  });
  for (const cart of JSON.parse(read("sample-carts.json")) as object[]) await container.items.upsert(cart);
  client.dispose();
  agent.destroy();
}
