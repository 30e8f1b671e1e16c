import { startCassandra } from "../cassandra/start-cassandra.js";
import type { CosmosConnection, CosmosServer } from "../cosmos/cosmos-server.js";
import { checkEmulatorRequirements } from "../cosmos/emulator/emulator-requirements.js";
import { startCosmosEmulator } from "../cosmos/emulator/start-emulator.js";
import { startCosmos } from "../cosmos/start-cosmos.js";
import { checkRequirements, describeMissingRequirements } from "../requirements/check-requirements.js";
import type { ProvidedServers } from "./provided-servers.js";

interface IntegrationProject {
  provide<K extends keyof ProvidedServers>(key: K, value: ProvidedServers[K]): void;
}

/** Starts each server once for all integration tests and stops it after them. */
export default async function setUpServers(project: IntegrationProject): Promise<() => Promise<void>> {
  const log = (message: string) => process.stderr.write(`${message}\n`);
  // A run of Cosmos DB tests alone need not wait for a node that takes a quarter of a minute.
  const needsCassandra = process.env.TREADLE_TEST_SERVERS !== "cosmos";
  const missing = needsCassandra ? await checkRequirements() : [];
  const missingForEmulator = await checkEmulatorRequirements();
  const allMissing = [...missing, ...missingForEmulator];
  if (allMissing.length > 0) {
    const text = describeMissingRequirements(allMissing);
    // A continuous integration run that leaves tests out would look as good as one that ran them.
    if (process.env.CI === "true") throw new Error(text);
    log(`${text}\nThe tests that need it are skipped.`);
  }
  const [cassandra, cosmos, cosmosEmulator] = await Promise.all([
    missing.length > 0 || !needsCassandra ? undefined : startCassandra({ log }),
    startCosmos({ log }),
    missingForEmulator.length > 0 ? undefined : startCosmosEmulator({ log }),
  ]);
  project.provide("cosmos", connectionOf(cosmos));
  if (cosmosEmulator) project.provide("cosmosEmulator", connectionOf(cosmosEmulator));
  if (cassandra) {
    const { contactPoint, port, localDataCenter, username, password } = cassandra;
    project.provide("cassandra", { contactPoint, port, localDataCenter, username, password });
  }
  return async () => {
    await Promise.all([cassandra?.stop(), cosmos.stop(), cosmosEmulator?.stop()]);
  };
}

/** Plain data, since tests run in other processes. */
function connectionOf({ endpoint, key, caCertificate, upstream }: CosmosServer): CosmosConnection {
  return { endpoint, key, caCertificate, upstream };
}
