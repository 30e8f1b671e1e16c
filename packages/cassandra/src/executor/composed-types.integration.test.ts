import { randomUUID } from "node:crypto";
import { callExecutor } from "@treadle/testbed";
import { describeWithCassandra } from "@treadle/testbed/vitest";
import { Client } from "cassandra-driver";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { cqlTypes, sampleUserTypes, unordered, valuesOf } from "../../test/cql-arbitraries.js";
import { statement } from "../../test/sample-manifest.js";
import { formatCqlType, nativeTypes } from "../contract/cql-type.js";
import type { CassandraManifest } from "../contract/manifest.js";
import { createExecutor } from "./create-executor.js";

const natives = nativeTypes.filter((name) => name !== "counter").map((name) => ({ kind: "native", name }) as const);
const composed = fc.sample(cqlTypes(2), { numRuns: 25, seed: 11 });
const columns = [...natives, ...composed].map((type, index) => ({ name: `c${index}`, type }));

describeWithCassandra("executor with columns of all kinds of types", (cassandra) => {
  it("finds the server's types as compiled, and gives back what it wrote", async () => {
    const { contactPoint, port, localDataCenter, username, password } = cassandra();
    const keyspace = `types_${randomUUID().replaceAll("-", "").slice(0, 12)}`;
    const credentials = { username, password };
    const admin = new Client({
      contactPoints: [contactPoint],
      localDataCenter,
      protocolOptions: { port },
      credentials,
    });
    const replication = "{'class': 'SimpleStrategy', 'replication_factor': 1}";
    await admin.execute(`CREATE KEYSPACE ${keyspace} WITH replication = ${replication}`);
    const userTypes = [...sampleUserTypes].map(([name, fields]) => {
      const declared = fields.map(([field, type]) => [field, formatCqlType(type)] as const);
      return [name, Object.fromEntries(declared)] as const;
    });
    for (const [name, fields] of userTypes) {
      const declared = Object.entries(fields).map(([field, type]) => `${field} ${type}`);
      await admin.execute(`CREATE TYPE ${keyspace}.${name} (${declared.join(", ")})`);
    }
    const declared = columns.map(({ name, type }) => `${name} ${formatCqlType(type)}`);
    await admin.execute(`CREATE TABLE ${keyspace}.things (id int PRIMARY KEY, ${declared.join(", ")})`);
    await admin.shutdown();

    const names = ["id", ...columns.map(({ name }) => name)];
    const params = columns.map(({ name, type }) => [name, { type: formatCqlType(type) }] as const);
    const manifest: CassandraManifest = {
      kind: "cassandra",
      source: "things",
      keyspace,
      consistency: "LOCAL_ONE",
      serialConsistency: "LOCAL_SERIAL",
      userTypes: Object.fromEntries(userTypes),
      statements: {
        write: statement(`INSERT INTO things (${names}) VALUES (${names.map((name) => `:${name}`)})`, "none", {
          params: { id: { type: "int" }, ...Object.fromEntries(params) },
        }),
        read: statement(`SELECT ${names.slice(1)} FROM things WHERE id = :id`, "one", {
          params: { id: { type: "int" } },
          columns: Object.fromEntries(columns.map(({ name, type }) => [name, formatCqlType(type)])),
        }),
      },
    };
    const executor = createExecutor(manifest, { contactPoints: [contactPoint], port, localDataCenter, credentials });
    try {
      await executor.preflight({ signal: new AbortController().signal });
      for (let id = 0; id < 20; id++) {
        const row = Object.fromEntries(
          columns.map(({ name, type }) => [name, fc.sample(valuesOf(type), { numRuns: 1, seed: id })[0]!]),
        );
        await callExecutor(executor, "write", { id, ...row });
        const { result } = await callExecutor(executor, "read", { id });
        for (const { name, type } of columns) {
          const read = (result as { [name: string]: never })[name]!;
          expect([formatCqlType(type), unordered(type, read)]).toEqual([
            formatCqlType(type),
            unordered(type, row[name]!),
          ]);
        }
      }
    } finally {
      await executor.close();
    }
  });
});
