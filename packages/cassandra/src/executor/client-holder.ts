import { isDeepStrictEqual } from "node:util";
import { BridgeError } from "@treadle/workflow/data-source";
import { auth, Client, policies } from "cassandra-driver";
import { driverEncoding } from "../codec/index.js";
import type { CassandraManifest } from "../contract/manifest.js";
import type { CassandraConnection, Credentials } from "./connection.js";

/** Shortest time between two looks at the secret: a wrong password must not become a storm of logins. */
const renewalPauseMs = 30_000;

/** Keeps one connected client, and replaces it when the credentials have changed. */
export interface ClientHolder {
  /** Connects where that is still to do. */
  readonly withClient: <T>(use: (client: Client) => Promise<T>) => Promise<T>;
  /** Reads the secret again; true where it has changed, so that the next `withClient` uses it. */
  readonly renewCredentials: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

interface HeldClient {
  readonly client: Promise<Client>;
  users: number;
  retired: boolean;
}

export function createClientHolder(manifest: CassandraManifest, connection: CassandraConnection): ClientHolder {
  let credentials: Promise<Credentials | undefined> | undefined;
  let held: HeldClient | undefined;
  let renewal: Promise<boolean> | undefined;
  let renewedAt = Number.NEGATIVE_INFINITY;

  async function open(): Promise<Client> {
    credentials ??= readCredentials(connection);
    credentials.catch(() => {
      credentials = undefined;
    });
    const opened = new Client(clientOptions(manifest, connection, await credentials));
    try {
      await opened.connect();
      return opened;
    } catch (error) {
      await opened.shutdown().catch(() => undefined);
      throw error;
    }
  }

  function hold(): HeldClient {
    const opening: HeldClient = { client: open(), users: 0, retired: false };
    // A failed attempt is forgotten, so that the next call makes a new one.
    opening.client.catch(() => {
      if (held === opening) held = undefined;
    });
    return opening;
  }

  async function renew(): Promise<boolean> {
    renewedAt = performance.now();
    const before = await credentials?.catch(() => undefined);
    const after = await readCredentials(connection);
    if (isDeepStrictEqual(before, after)) return false;
    credentials = Promise.resolve(after);
    const old = held;
    held = undefined;
    if (old !== undefined) {
      old.retired = true;
      shutDownIfIdle(old);
    }
    return true;
  }

  return {
    withClient: async (use) => {
      held ??= hold();
      const mine = held;
      mine.users++;
      try {
        return await use(await mine.client);
      } finally {
        mine.users--;
        if (mine.retired) shutDownIfIdle(mine);
      }
    },
    renewCredentials: () => {
      if (renewal !== undefined) return renewal;
      const hasSecret = connection.credentials !== undefined && "secret" in connection.credentials;
      if (!hasSecret || performance.now() - renewedAt < renewalPauseMs) return Promise.resolve(false);
      renewal = renew().finally(() => {
        renewal = undefined;
      });
      return renewal;
    },
    close: async () => {
      const open = await held?.client.catch(() => undefined);
      held = undefined;
      await open?.shutdown();
    },
  };
}

/** A shutdown breaks what is in flight, so the last user of a replaced client does it. */
function shutDownIfIdle(replaced: HeldClient): void {
  if (replaced.users === 0) replaced.client.then((client) => client.shutdown()).catch(() => undefined);
}

async function readCredentials({ credentials }: CassandraConnection): Promise<Credentials | undefined> {
  if (credentials === undefined || !("secret" in credentials)) return credentials;
  try {
    return await credentials.secret();
  } catch (error) {
    throw new BridgeError(
      "Cassandra.SecretUnavailable",
      { message: "The secret with the credentials cannot be read.", outcome: "not-applied" },
      { cause: error },
    );
  }
}

function clientOptions(
  manifest: CassandraManifest,
  connection: CassandraConnection,
  credentials: Credentials | undefined,
): ConstructorParameters<typeof Client>[0] {
  return {
    contactPoints: [...connection.contactPoints],
    localDataCenter: connection.localDataCenter,
    keyspace: manifest.keyspace,
    ...(credentials && { authProvider: new auth.PlainTextAuthProvider(credentials.username, credentials.password) }),
    ...(connection.port !== undefined && { protocolOptions: { port: connection.port } }),
    ...(connection.sslOptions && { sslOptions: connection.sslOptions }),
    encoding: driverEncoding,
    maxPrepared: Object.keys(manifest.statements).length + 100,
    // A function starts often and runs shortly: no schema download, no connections ahead of need.
    isMetadataSyncEnabled: false,
    pooling: { warmup: false },
    policies: {
      // A function is frozen between calls; a socket that died meanwhile should be replaced at once.
      reconnection: new policies.reconnection.ExponentialReconnectionPolicy(200, 5_000),
      // Time is the server's: a client's timestamp can lose a write to an older one. The declarations leave null out.
      timestampGeneration: null as never,
    },
  };
}
