import { describe, inject } from "vitest";
import type { CassandraConnection } from "../cassandra/cassandra-server.js";
import "./provided-servers.js";

/**
 * `describe` for tests that need the shared Cassandra node. Where the node cannot run they are skipped, by name. Each
 * file makes a keyspace of its own, since all files share the node; tests that kill the node start their own.
 */
export function describeWithCassandra(name: string, tests: (cassandra: () => CassandraConnection) => void): void {
  const connection = inject("cassandra");
  describe.skipIf(connection === undefined)(name, () => {
    tests(() => {
      if (!connection) throw new Error("The Cassandra node is there only while a test runs.");
      return connection;
    });
  });
}
