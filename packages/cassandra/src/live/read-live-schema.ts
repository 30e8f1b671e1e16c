import type { ConnectionOptions } from "node:tls";
import { auth, Client, policies } from "cassandra-driver";
import { parseConnection } from "../executor/connection.js";

/**
 * Asks a node how a keyspace is made. DESCRIBE is the server's own since 4.0 and gives statements in the order in which
 * they can be run.
 *
 * @throws what the driver throws, and where the keyspace does not exist
 */
export async function readLiveSchema(value: unknown, keyspace: string): Promise<readonly string[]> {
  const connection = parseConnection(value);
  const { contactPoints, port, credentials, sslOptions } = connection;
  const known = credentials !== undefined && "secret" in credentials ? await credentials.secret() : credentials;
  const client = new Client({
    contactPoints: [...contactPoints],
    ...(port !== undefined && { protocolOptions: { port } }),
    ...(known && { authProvider: new auth.PlainTextAuthProvider(known.username, known.password) }),
    ...(sslOptions && { sslOptions: sslOptions as ConnectionOptions }),
    // One question: any node can answer it, whatever its data centre.
    policies: { loadBalancing: new policies.loadBalancing.RoundRobinPolicy() },
    isMetadataSyncEnabled: false,
    pooling: { warmup: false },
  });
  try {
    await client.connect();
    const { rows } = await client.execute(`DESCRIBE KEYSPACE "${keyspace.replaceAll('"', '""')}"`);
    return rows.map((row) => String(row.create_statement).trim().replace(/;$/, ""));
  } finally {
    await client.shutdown();
  }
}
