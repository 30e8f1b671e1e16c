import { Agent } from "node:https";
import { CosmosClient, type CosmosClientOptions } from "@azure/cosmos";
import { BridgeError } from "@treadle/workflow/data-source";
import type { CosmosManifest } from "../contract/manifest.js";
import { createScopedHttpClient } from "./call-scope.js";
import type { CosmosConnection } from "./connection.js";

/** Shortest time between two looks at the secret. */
const renewalPauseMs = 30_000;

/** Keeps one client, and replaces it when its key or token has changed. */
export interface ClientHolder {
  readonly client: () => Promise<CosmosClient>;
  /** Reads the secret again; true where it is not the one that this client has, so that the next `client` uses it. */
  readonly renewKey: (refused: CosmosClient) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

export function createClientHolder(manifest: CosmosManifest, connection: CosmosConnection): ClientHolder {
  let secret: string | undefined;
  let client: Promise<CosmosClient> | undefined;
  let renewal: Promise<boolean> | undefined;
  let renewedAt = Number.NEGATIVE_INFINITY;

  async function open(): Promise<CosmosClient> {
    secret ??= await readSecret(connection);
    return new CosmosClient(clientOptions(manifest, connection, secret));
  }

  async function renew(): Promise<boolean> {
    renewedAt = performance.now();
    const current = await readSecret(connection);
    if (current === secret) return false;
    secret = current;
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
    renewKey: async (refused) => {
      if (renewal !== undefined) return await renewal;
      // Another call that was refused may have been faster.
      if ((await client?.catch(() => undefined)) !== refused) return true;
      if (typeof credentialOf(connection) !== "object" || performance.now() - renewedAt < renewalPauseMs) return false;
      renewal ??= renew().finally(() => {
        renewal = undefined;
      });
      return await renewal;
    },
    close: async () => {
      const open = await client?.catch(() => undefined);
      client = undefined;
      open?.dispose();
    },
  };
}

function credentialOf({ key, resourceToken }: CosmosConnection): CosmosConnection["key"] {
  return key ?? resourceToken;
}

async function readSecret(connection: CosmosConnection): Promise<string | undefined> {
  const credential = credentialOf(connection);
  if (typeof credential !== "object") return credential;
  try {
    return await credential.secret();
  } catch (error) {
    throw new BridgeError(
      "Cosmos.SecretUnavailable",
      { message: "The account key or resource token cannot be read.", outcome: "not-applied" },
      { cause: error },
    );
  }
}

function clientOptions(
  manifest: CosmosManifest,
  connection: CosmosConnection,
  secret: string | undefined,
): CosmosClientOptions {
  const agent =
    connection.agent ?? (connection.ca === undefined ? undefined : new Agent({ ca: connection.ca, keepAlive: true }));
  return {
    endpoint: connection.endpoint,
    ...(connection.key !== undefined && { key: secret as string }),
    ...(connection.resourceToken !== undefined && {
      resourceTokens: { [`dbs/${manifest.database}/colls/${manifest.container}`]: secret as string },
    }),
    ...(connection.tokenCredential && { aadCredentials: connection.tokenCredential }),
    ...(manifest.consistency && { consistencyLevel: manifest.consistency }),
    ...(agent && { agent }),
    httpClient: createScopedHttpClient(),
    userAgentSuffix: "treadle",
    connectionPolicy: {
      // The service gives up after 5 s itself; the SDK would wait 60.
      requestTimeout: 10_000,
      // Short, since the state machine retries as well: by default the SDK alone would spend 30 s on throttling.
      retryOptions: { maxRetryAttemptCount: 3, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 5 },
      // With either of these the SDK sends a write again to another region after a 503, which may have been applied.
      useMultipleWriteLocations: false,
      enablePartitionLevelFailover: false,
      ...(manifest.preferredRegions && { preferredLocations: [...manifest.preferredRegions] }),
      ...connection.connectionPolicy,
    },
  };
}
