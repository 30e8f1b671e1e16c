import type { CassandraServer } from "@treadle/testbed";
import { Client, type QueryOptions, types } from "cassandra-driver";
import { keyspace, type orderOf, readText, writeText } from "./shop.ts";

/** The driver as one would use it by hand: prepared statements, named parameters, an idempotency flag. */
export class BareDriver {
  readonly #client: Client;

  constructor({ contactPoint, port, localDataCenter, username, password }: CassandraServer) {
    this.#client = new Client({
      contactPoints: [contactPoint],
      protocolOptions: { port },
      localDataCenter,
      credentials: { username, password },
      keyspace,
      isMetadataSyncEnabled: false,
    });
  }

  async read(id: string): Promise<unknown> {
    const result = await this.#client.execute(readText, { id }, options);
    return result.first();
  }

  async write(order: ReturnType<typeof orderOf>): Promise<void> {
    const { total, placed_at } = order;
    const values = { ...order, total: types.BigDecimal.fromString(total), placed_at: new Date(placed_at) };
    await this.#client.execute(writeText, values, options);
  }

  async close(): Promise<void> {
    await this.#client.shutdown();
  }
}

const options: QueryOptions = { prepare: true, isIdempotent: true, consistency: types.consistencies.localQuorum };
