import type { CassandraConnection } from "../cassandra/cassandra-server.js";
import type { CosmosConnection } from "../cosmos/cosmos-server.js";

/** How tests reach the servers that the global setup started; plain data, since tests run in other processes. */
export interface ProvidedServers {
  /** Undefined where this machine lacks what the server needs, or no test that runs names it. */
  readonly cassandra: CassandraConnection | undefined;
  readonly cosmos: CosmosConnection;
  /** Undefined where this machine cannot build it. */
  readonly cosmosEmulator: CosmosConnection | undefined;
}

declare module "vitest" {
  interface ProvidedContext extends ProvidedServers {}
}
