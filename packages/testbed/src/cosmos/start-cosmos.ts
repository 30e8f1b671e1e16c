import { randomBytes } from "node:crypto";
import type { Progress } from "../progress.js";
import type { CosmosServer } from "./cosmos-server.js";
import { startCosmosProxy } from "./start-cosmos-proxy.js";

export interface StartCosmosOptions {
  readonly log?: Progress | undefined;
}

/**
 * Starts a local Cosmos DB server in this process, with TLS and fault injection before it; ready in under a second. It
 * accepts any key, so a test of a wrong key injects the answer 401.
 */
export async function startCosmos(options: StartCosmosOptions = {}): Promise<CosmosServer> {
  options.log?.("Starting the Cosmos DB server");
  // Loading it takes a third of a second, which those who import only the rest should not pay.
  const { startVercelServer } = await import("./vercel/start-vercel-server.js");
  const upstream = await startVercelServer();
  const proxy = await startCosmosProxy(upstream);
  return {
    endpoint: proxy.endpoint,
    key: randomBytes(64).toString("base64"),
    caCertificate: proxy.caCertificate,
    upstream: { host: upstream.host, port: upstream.port },
    faults: proxy.faults,
    stop: async () => {
      await proxy.faults.close();
      await upstream.close();
    },
  };
}
