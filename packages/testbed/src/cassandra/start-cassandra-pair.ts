import type { CassandraServer } from "./cassandra-server.js";
import { type StartCassandraOptions, startNode } from "./start-cassandra.js";

export interface CassandraPair {
  /** On 127.0.0.1. */
  readonly first: CassandraServer;
  /** On 127.0.0.2, with the ports of the first. */
  readonly second: CassandraServer;
  stop(): Promise<void>;
}

/** Short, so that a paused replica is noticed before its neighbour takes it for dead. */
const replicaTimeoutMs = 500;

/**
 * Starts two nodes of one cluster. They take every login, since roles would live on one of them only, and coordinators wait
 * half a second for replicas.
 */
export async function startCassandraPair(options: StartCassandraOptions = {}): Promise<CassandraPair> {
  const settings = { seedAddress: "127.0.0.1", authentication: false, replicaTimeoutMs };
  const first = await startNode({ ...options, settings: { ...settings, address: "127.0.0.1" } });
  try {
    const second = await startNode({
      ...options,
      settings: { ...settings, address: "127.0.0.2" },
      ports: first.ports,
    });
    return { first, second, stop: async () => void (await Promise.all([first.stop(), second.stop()])) };
  } catch (error) {
    await first.stop();
    throw error;
  }
}
