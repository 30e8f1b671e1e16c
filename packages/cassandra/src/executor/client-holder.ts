import { isDeepStrictEqual } from "node:util";
import { BridgeError } from "@treadle/workflow/data-source";
import { auth, type Client, type ClientOptions, policies } from "cassandra-driver";
import { driverEncoding } from "../codec/index.js";
import type { CassandraManifest } from "../contract/manifest.js";
import { classifyError } from "./classify-error.js";
import type { CassandraConnection, Credentials } from "./connection.js";
import { driverClasses } from "./error-classes.js";
import { createClient, shutDownClient } from "./shut-down-client.js";

/** Shortest time between two looks at the secret: a wrong password must not become a storm of logins. */
const renewalPauseMs = 30_000;

/** How long a refused login is remembered: servers lock out who tries a wrong password again and again. */
const refusalMs = 5_000;

/** Keeps one connected client, and replaces it when the credentials have changed or it has lost its hosts. */
export interface ClientHolder {
  /** Connects where that is still to do. */
  readonly withClient: <T>(use: (client: Client) => Promise<T>) => Promise<T>;
  /** Reads the secret again; true where it has changed, so that the next `withClient` uses it. */
  readonly renewCredentials: () => Promise<boolean>;
  /** Makes the next `withClient` connect anew, where this client is still the one in use. */
  readonly replace: (client: Client) => void;
  readonly close: () => Promise<void>;
}

interface HeldClient {
  readonly client: Promise<Client>;
  opened: Client | undefined;
  users: number;
  retired: boolean;
}

export function createClientHolder(manifest: CassandraManifest, connection: CassandraConnection): ClientHolder {
  let credentials: Promise<Credentials | undefined> | undefined;
  let held: HeldClient | undefined;
  let renewal: Promise<boolean> | undefined;
  let renewedAt = Number.NEGATIVE_INFINITY;
  let refusal: { readonly error: unknown; readonly until: number } | undefined;

  async function open(): Promise<Client> {
    if (refusal !== undefined && performance.now() < refusal.until) throw refusal.error;
    credentials ??= readCredentials(connection);
    credentials.catch(() => {
      credentials = undefined;
    });
    const opened = createClient(clientOptions(manifest, connection, await credentials));
    try {
      await opened.connect();
      return opened;
    } catch (error) {
      if (classifyError(error).class === driverClasses.authentication) {
        refusal = { error, until: performance.now() + refusalMs };
      }
      await shutDownClient(opened).catch(() => undefined);
      throw error;
    }
  }

  function hold(): HeldClient {
    const opening: HeldClient = { client: open(), opened: undefined, users: 0, retired: false };
    opening.client.then(
      (client) => {
        opening.opened = client;
      },
      () => undefined,
    );
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
    refusal = undefined;
    retire();
    return true;
  }

  function retire(): void {
    const old = held;
    held = undefined;
    if (old === undefined) return;
    old.retired = true;
    shutDownIfIdle(old);
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
    replace: (client) => {
      if (held?.opened === client) retire();
    },
    close: async () => {
      const open = await held?.client.catch(() => undefined);
      held = undefined;
      if (open !== undefined) await shutDownClient(open);
    },
  };
}

/** A shutdown breaks what is in flight, so the last user of a replaced client does it. */
function shutDownIfIdle(replaced: HeldClient): void {
  if (replaced.users === 0) replaced.client.then(shutDownClient).catch(() => undefined);
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
): ClientOptions {
  return {
    contactPoints: [...connection.contactPoints],
    localDataCenter: connection.localDataCenter,
    keyspace: manifest.keyspace,
    ...(credentials && { authProvider: new auth.PlainTextAuthProvider(credentials.username, credentials.password) }),
    ...(connection.port !== undefined && { protocolOptions: { port: connection.port } }),
    ...tlsOptions(connection, credentials),
    encoding: driverEncoding,
    maxPrepared: Object.keys(manifest.statements).length + 100,
    // A function starts often and runs shortly: no schema download, no connections ahead of need.
    isMetadataSyncEnabled: false,
    pooling: { warmup: false },
    policies: {
      ...(connection.onlyContactPoints && { loadBalancing: onlyContactPoints(connection) }),
      // A function is frozen between calls; a socket that died meanwhile should be replaced at once.
      reconnection: new policies.reconnection.ExponentialReconnectionPolicy(200, 5_000),
      // Time is the server's: a client's timestamp can lose a write to an older one. The declarations leave null out.
      timestampGeneration: null as never,
    },
  };
}

function tlsOptions({ sslOptions }: CassandraConnection, { ca, cert, key }: Partial<Credentials> = {}) {
  const isNeeded = sslOptions !== undefined || ca !== undefined || cert !== undefined;
  if (!isNeeded) return {};
  return { sslOptions: { ...sslOptions, ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) } };
}

const defaultPort = 9042;

function onlyContactPoints({ contactPoints, port = defaultPort, localDataCenter }: CassandraConnection) {
  const { AllowListPolicy, DefaultLoadBalancingPolicy } = policies.loadBalancing;
  const allowed = contactPoints.map((host) => `${host}:${port}`);
  return new AllowListPolicy(new DefaultLoadBalancingPolicy({ localDc: localDataCenter }), allowed);
}
