import { Agent } from "node:https";
import { CosmosClient, type CosmosClientOptions } from "@azure/cosmos";
import { BridgeError } from "@treadle/workflow/data-source";
import type { CosmosManifest } from "../contract/manifest.js";
import type { CosmosConnection } from "./connection.js";

/** Shortest time between two looks at the secret. */
const renewalPauseMs = 30_000;

/** Keeps one client, and replaces it when the key has changed. */
export interface ClientHolder {
  readonly client: () => Promise<CosmosClient>;
  /** Reads the secret again; true where the key has changed, so that the next `client` uses it. */
  readonly renewKey: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

export function createClientHolder(manifest: CosmosManifest, connection: CosmosConnection): ClientHolder {
  let key: string | undefined;
  let client: Promise<CosmosClient> | undefined;
  let renewal: Promise<boolean> | undefined;
  let renewedAt = Number.NEGATIVE_INFINITY;

  async function open(): Promise<CosmosClient> {
    key ??= await readKey(connection);
    return new CosmosClient(clientOptions(manifest, connection, key));
  }

  async function renew(): Promise<boolean> {
    renewedAt = performance.now();
    const current = await readKey(connection);
    if (current === key) return false;
    key = current;
    const old = await client?.catch(() => undefined);
    client = undefined;
    old?.dispose();
    return true;
  }

  return {
    client: () => {
      client ??= open().catch((error: unknown) => {
        client = undefined;
        throw error;
      });
      return client;
    },
    renewKey: () => {
      if (renewal !== undefined) return renewal;
      if (typeof connection.key !== "object" || performance.now() - renewedAt < renewalPauseMs) {
        return Promise.resolve(false);
      }
      renewal = renew().finally(() => {
        renewal = undefined;
      });
      return renewal;
    },
    close: async () => {
      const open = await client?.catch(() => undefined);
      client = undefined;
      open?.dispose();
    },
  };
}

async function readKey({ key }: CosmosConnection): Promise<string | undefined> {
  if (typeof key !== "object") return key;
  try {
    return await key.secret();
  } catch (error) {
    throw new BridgeError(
      "Cosmos.SecretUnavailable",
      { message: "The secret with the account key cannot be read.", outcome: "not-applied" },
      { cause: error },
    );
  }
}

function clientOptions(
  manifest: CosmosManifest,
  connection: CosmosConnection,
  key: string | undefined,
): CosmosClientOptions {
  const agent =
    connection.agent ?? (connection.ca === undefined ? undefined : new Agent({ ca: connection.ca, keepAlive: true }));
  return {
    endpoint: connection.endpoint,
    ...(key !== undefined && { key }),
    ...(connection.tokenCredential && { aadCredentials: connection.tokenCredential }),
    ...(manifest.consistency && { consistencyLevel: manifest.consistency }),
    ...(agent && { agent }),
    userAgentSuffix: "treadle",
    connectionPolicy: {
      // The service gives up after 5 s itself; the SDK would wait 60.
      requestTimeout: 10_000,
      // Short, since the state machine retries as well: by default the SDK alone would spend 30 s on throttling.
      retryOptions: { maxRetryAttemptCount: 3, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 5 },
      // With either of these the SDK sends a write again to another region after a 503, which may have been applied.
      useMultipleWriteLocations: false,
      enablePartitionLevelFailover: false,
      ...connection.connectionPolicy,
    },
  };
}
