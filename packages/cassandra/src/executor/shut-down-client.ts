import { Client, type ClientOptions } from "cassandra-driver";

interface DriverHost {
  readonly pool: { on(event: "close", listener: () => void): void };
  shutdown(waitForPending: boolean): Promise<void>;
}

/** What the driver's own `shutdown` leaves running is reached by these; its version is pinned in package.json. */
interface DriverInternals {
  readonly controlConnection: {
    readonly hosts: { on(event: "add", listener: (host: DriverHost) => void): void };
    on(event: "newConnection", listener: () => void): void;
    shutdown(): void;
  };
}

const endings = new WeakMap<Client, () => void>();

/** Makes a client that `shutDownClient` can end whatever has become of it. */
export function createClient(options: ClientOptions): Client {
  const client = new Client(options);
  const { controlConnection } = client as unknown as DriverInternals;
  const hosts = new Set<DriverHost>();
  let hasEnded = false;
  const endHosts = () => {
    // A pool that is ending already may never say that it has ended.
    for (const host of hosts) host.shutdown(false).catch(() => undefined);
  };
  const endAgain = () => {
    if (hasEnded) endHosts();
  };
  controlConnection.hosts.on("add", (host) => {
    hosts.add(host);
    // A pool that was closing by itself takes itself for usable once that is done.
    host.pool.on("close", endAgain);
    endAgain();
  });
  // A control connection that was looking for a host when the end came still finds one.
  controlConnection.on("newConnection", () => setImmediate(endAgain));
  endings.set(client, () => {
    hasEnded = true;
    endHosts();
  });
  return client;
}

/**
 * Ends a client whether or not it has ever connected. The driver's own way does nothing for one whose `connect` failed, and
 * misses hosts that were replaced or found meanwhile; their pools would go on opening connections for as long as the
 * process lives.
 */
export async function shutDownClient(client: Client): Promise<void> {
  (client as unknown as DriverInternals).controlConnection.shutdown();
  await client.shutdown();
  endings.get(client)?.();
}
