import { randomUUID } from "node:crypto";
import type { Json } from "@treadle/expressions";
import { describeWithCassandra } from "@treadle/testbed/vitest";
import { Client, type types } from "cassandra-driver";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cqlTypes, sampleUserTypes, unordered, valuesOf } from "../../test/cql-arbitraries.js";
import { formatCqlType, nativeTypes } from "../contract/cql-type.js";
import { createCodec, driverEncoding } from "./index.js";

describeWithCassandra("codec on a real node", (cassandra) => {
  const keyspace = `codec_${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  let client: Client;

  beforeAll(async () => {
    const { contactPoint, port, localDataCenter, username, password } = cassandra();
    client = new Client({
      contactPoints: [contactPoint],
      localDataCenter,
      protocolOptions: { port },
      credentials: { username, password },
      encoding: driverEncoding,
    });
    const replication = "{'class': 'SimpleStrategy', 'replication_factor': 1}";
    await client.execute(`CREATE KEYSPACE ${keyspace} WITH replication = ${replication}`);
    await client.execute(`USE ${keyspace}`);
    for (const [name, fields] of sampleUserTypes) {
      const declared = fields.map(([field, type]) => `${field} ${formatCqlType(type)}`);
      await client.execute(`CREATE TYPE ${name} (${declared.join(", ")})`);
    }
  });

  afterAll(async () => {
    await client?.shutdown();
  });

  async function roundTripAll(type: Parameters<typeof createCodec>[0], values: readonly Json[]): Promise<void> {
    const codec = createCodec(type, sampleUserTypes);
    const table = `t_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
    await client.execute(`CREATE TABLE ${table} (id int PRIMARY KEY, value ${formatCqlType(type)})`);
    const insert = `INSERT INTO ${table} (id, value) VALUES (?, ?)`;
    await Promise.all(
      values.map((value, id) => client.execute(insert, [id, codec.encode(value, "value")], { prepare: true })),
    );
    const result = await client.execute(`SELECT id, value FROM ${table}`, [], { prepare: true });
    const read = new Map(result.rows.map((row: types.Row) => [row.id, codec.decode(row.value, "value")]));
    for (const [id, value] of values.entries()) {
      expect([formatCqlType(type), unordered(type, read.get(id)!)]).toEqual([
        formatCqlType(type),
        unordered(type, value),
      ]);
    }
  }

  it("gives back every value of every native type", async () => {
    for (const name of nativeTypes.filter((native) => native !== "counter")) {
      const type = { kind: "native", name } as const;
      await roundTripAll(type, fc.sample(valuesOf(type), { numRuns: 50, seed: 7 }));
    }
  });

  it("gives back every value of composed types, two levels deep", async () => {
    for (const type of fc.sample(cqlTypes(2), { numRuns: 40, seed: 7 })) {
      await roundTripAll(type, fc.sample(valuesOf(type), { numRuns: 20, seed: 7 }));
    }
  });
});
