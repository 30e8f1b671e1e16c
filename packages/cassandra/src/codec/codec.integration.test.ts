import { randomUUID } from "node:crypto";
import type { Json } from "@treadle/expressions";
import { describeWithCassandra } from "@treadle/testbed/vitest";
import { Client } from "cassandra-driver";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cqlTypes, sampleUserTypes, unordered, valuesOf } from "../../test/cql-arbitraries.js";
import { type CqlType, formatCqlType, nativeTypes } from "../contract/cql-type.js";
import { createCodec, driverEncoding, UnfitValueError } from "./index.js";

/** `TREADLE_CODEC_SCALE=10` runs ten times as many values and composed types. */
const scale = Number(process.env.TREADLE_CODEC_SCALE ?? "1");
const seed = Number(process.env.TREADLE_CODEC_SEED ?? "7");
const natives = nativeTypes.filter((native) => native !== "counter");
const valuesPerNative = 50 * scale;
const composedTypes = 40 * scale;
const valuesPerComposed = 20;
const foreignTypes = 15 * scale;

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

  /** Writes the values to a table of their own and gives what is in it afterwards. */
  async function writeAndRead(type: CqlType, values: readonly Json[]): Promise<readonly Json[]> {
    const codec = createCodec(type, sampleUserTypes);
    const table = `t_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
    await client.execute(`CREATE TABLE ${table} (id int PRIMARY KEY, value ${formatCqlType(type)})`);
    const insert = `INSERT INTO ${table} (id, value) VALUES (?, ?)`;
    await Promise.all(
      values.map((value, id) => client.execute(insert, [id, codec.encode(value, "value")], { prepare: true })),
    );
    const result = await client.execute(`SELECT id, value FROM ${table}`, [], { prepare: true });
    const read: Json[] = [];
    for (const row of result.rows) read[row.id] = row.value === null ? null : codec.decode(row.value, "value");
    return read;
  }

  async function roundTripAll(type: CqlType, values: readonly Json[]): Promise<void> {
    const read = await writeAndRead(type, values);
    for (const [id, value] of values.entries()) {
      expect([formatCqlType(type), unordered(type, read[id]!)]).toEqual([formatCqlType(type), unordered(type, value)]);
    }
  }

  it(`gives back every value: ${natives.length} native types, ${valuesPerNative} values each, seed ${seed}`, async () => {
    for (const name of natives) {
      const type = { kind: "native", name } as const;
      await roundTripAll(type, fc.sample(valuesOf(type), { numRuns: valuesPerNative, seed }));
    }
  }, 600_000);

  it(`gives back every value: ${composedTypes} types two levels deep, ${valuesPerComposed} values each, seed ${seed}`, async () => {
    for (const type of fc.sample(cqlTypes(2), { numRuns: composedTypes, seed })) {
      await roundTripAll(type, fc.sample(valuesOf(type), { numRuns: valuesPerComposed, seed }));
    }
  }, 600_000);

  it(`gives back what it takes of ${foreignTypes * valuesPerComposed} values of other types, and refuses the rest by path, type and kind`, async () => {
    const types = fc.sample(fc.oneof(cqlTypes(0), cqlTypes(1)), { numRuns: foreignTypes, seed });
    let refused = 0;
    for (const [index, type] of types.entries()) {
      const codec = createCodec(type, sampleUserTypes);
      const others = types.filter((other) => other !== type);
      const foreign = fc.sample(fc.oneof(...others.map(valuesOf)), { numRuns: valuesPerComposed, seed: seed + index });
      const taken = foreign.filter((value) => {
        try {
          codec.encode(value, "value");
          return true;
        } catch (error) {
          expect(error).toBeInstanceOf(UnfitValueError);
          const { path, type: refusedType, valueKind } = error as UnfitValueError;
          expect([path, refusedType, valueKind]).toEqual([
            expect.stringMatching(/^value/),
            expect.stringMatching(/^[a-z"]/i),
            expect.stringMatching(/^(?:null|string|number|boolean|array|object)$/),
          ]);
          refused++;
          return false;
        }
      });
      const read = await writeAndRead(type, taken);
      // What comes back may be written otherwise (`"0.10"` of a float, upper case of a UUID), but it is the same value.
      for (const [id, value] of taken.entries()) {
        expect([formatCqlType(type), codec.encode(read[id]!, "value")]).toEqual([
          formatCqlType(type),
          codec.encode(value, "value"),
        ]);
      }
    }
    expect(refused).toBeGreaterThan(foreignTypes);
  }, 600_000);
});
