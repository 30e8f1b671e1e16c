import { auth, Client } from "cassandra-driver";
import type { CassandraConnection } from "./cassandra-server.js";

/** A connected client; statements carry no client timestamp, so the server's clock alone orders writes. */
export async function connectClient(connection: CassandraConnection): Promise<Client> {
  const client = new Client({
    contactPoints: [connection.contactPoint],
    protocolOptions: { port: connection.port },
    localDataCenter: connection.localDataCenter,
    authProvider: new auth.PlainTextAuthProvider(connection.username, connection.password),
    // The driver takes null for "none", which its types leave out.
    policies: { timestampGeneration: null as never },
    isMetadataSyncEnabled: false,
    pooling: { coreConnectionsPerHost: { "0": 1 } },
  });
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.shutdown();
    throw error;
  }
}
