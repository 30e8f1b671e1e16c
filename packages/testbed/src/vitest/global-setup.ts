import { startCassandra } from "../cassandra/start-cassandra.js";
import { startCosmos } from "../cosmos/start-cosmos.js";
import { checkRequirements, describeMissingRequirements } from "../requirements/check-requirements.js";
import type { ProvidedServers } from "./provided-servers.js";

interface IntegrationProject {
  provide<K extends keyof ProvidedServers>(key: K, value: ProvidedServers[K]): void;
}

/** Starts each server once for all integration tests and stops it after them. */
export default async function setUpServers(project: IntegrationProject): Promise<() => Promise<void>> {
  const log = (message: string) => process.stderr.write(`${message}\n`);
  const missing = await checkRequirements();
  if (missing.length > 0) {
    const text = describeMissingRequirements(missing);
    // A continuous integration run that leaves tests out would look as good as one that ran them.
    if (process.env.CI === "true") throw new Error(text);
    log(`${text}\nThe tests that need Cassandra are skipped.`);
  }
  const [cassandra, cosmos] = await Promise.all([
    missing.length > 0 ? undefined : startCassandra({ log }),
    startCosmos({ log }),
  ]);
  const { endpoint, key, caCertificate, upstream } = cosmos;
  project.provide("cosmos", { endpoint, key, caCertificate, upstream });
  if (cassandra) {
    const { contactPoint, port, localDataCenter, username, password } = cassandra;
    project.provide("cassandra", { contactPoint, port, localDataCenter, username, password });
  }
  return async () => {
    await Promise.all([cassandra?.stop(), cosmos.stop()]);
  };
}
