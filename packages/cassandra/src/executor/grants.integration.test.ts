import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Json } from "@treadle/expressions";
import { callExecutor, callFailing, splitCql } from "@treadle/testbed";
import { describeWithCassandra } from "@treadle/testbed/vitest";
import type { DataSourceExecutor } from "@treadle/workflow/data-source";
import { Client } from "cassandra-driver";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CassandraManifest } from "../contract/manifest.js";
import { createExecutor } from "./create-executor.js";

const example = `${import.meta.dirname}/../../../../examples/order-fulfilment`;
const keyspace = `grants_${randomUUID().replaceAll("-", "").slice(0, 12)}`;
const role = `${keyspace}_bridge`;

/** The example's file, with names of its own: all tests share the node. */
function readExample(file: string): string {
  return readFileSync(`${example}/${file}`, "utf8")
    .replaceAll("shop_bridge", role)
    .replace(/\bshop\b(?=[.;]| WITH)/g, keyspace);
}

const manifest: CassandraManifest = {
  ...(JSON.parse(readFileSync(`${example}/artifacts/shop.bridge.json`, "utf8")) as CassandraManifest),
  keyspace,
};
const names = Object.keys(manifest.statements);
const script = splitCql(readExample("artifacts/shop.grants.cql"));
const grants = script.filter((cql) => cql.startsWith("GRANT "));

const valueOfType: { readonly [type: string]: Json } = {
  int: 1,
  "list<text>": ["a"],
  text: "a",
  timestamp: "2026-01-31T10:00:00.000Z",
  uuid: "11111111-1111-4111-8111-111111111111",
};

function paramsOf(name: string): { readonly [param: string]: Json } {
  const params = Object.entries(manifest.statements[name]!.params);
  return Object.fromEntries(params.map(([param, { type }]) => [param, valueOfType[type]!]));
}

describeWithCassandra("the role of the example's grants", (cassandra) => {
  let superuser: Client;
  let bridge: Client;
  let executor: DataSourceExecutor;

  beforeAll(async () => {
    const { contactPoint, port, localDataCenter, username, password } = cassandra();
    const options = { contactPoints: [contactPoint], localDataCenter, protocolOptions: { port } };
    superuser = new Client({ ...options, credentials: { username, password } });
    for (const cql of splitCql(readExample("data/schema.cql")).filter((each) => !each.startsWith("USE "))) {
      await superuser.execute(cql.replace(/^(CREATE (?:TABLE|TYPE)) /, `$1 ${keyspace}.`));
    }
    for (const cql of [...script, `ALTER ROLE ${role} WITH PASSWORD = 'pw'`]) await superuser.execute(cql);
    const credentials = { username: role, password: "pw" };
    bridge = new Client({ ...options, credentials });
    executor = createExecutor(manifest, { contactPoints: [contactPoint], port, localDataCenter, credentials });
  });

  afterAll(async () => {
    await executor?.close();
    await bridge?.shutdown();
    await superuser?.shutdown();
  });

  it.each(names)("is enough for %s", async (name) => {
    await callExecutor(executor, name, paramsOf(name));
  });

  it.each(grants)("%s cannot be left out", async (grant) => {
    await superuser.execute(grant.replace("GRANT", "REVOKE").replace(" TO ", " FROM "));
    const refused: string[] = [];
    for (const name of names) {
      try {
        await callExecutor(executor, name, paramsOf(name));
      } catch (error) {
        expect((error as Error).name).toBe("Cassandra.Unauthorized");
        refused.push(name);
      }
    }
    await superuser.execute(grant);
    const [, permission, table] = /GRANT (\w+) ON TABLE \w+\.(\w+)/.exec(grant)!;
    expect(refused).not.toEqual([]);
    for (const name of refused) {
      const { text } = manifest.statements[name]!;
      expect(text).toContain(` ${table}`);
      expect(text).toMatch(permission === "SELECT" ? /SELECT| IF / : /INSERT|UPDATE|DELETE/);
    }
  });

  it("allows no other access to the tables, to other keyspaces, to roles or to the schema", async () => {
    const tables = (
      await superuser.execute("SELECT table_name FROM system_schema.tables WHERE keyspace_name = ?", [keyspace])
    ).rows.map((row) => String(row.table_name));
    const isGranted = (permission: string, table: string) =>
      grants.includes(`GRANT ${permission} ON TABLE ${keyspace}.${table} TO ${role}`);
    const others = tables.flatMap((table) => [
      ...(isGranted("SELECT", table) ? [] : [`SELECT * FROM ${keyspace}.${table}`]),
      ...(isGranted("MODIFY", table) ? [] : [`TRUNCATE ${keyspace}.${table}`]),
      `ALTER TABLE ${keyspace}.${table} WITH comment = 'x'`,
      `DROP TABLE ${keyspace}.${table}`,
      `CREATE INDEX ON ${keyspace}.${table} (${table === "order_counters" ? "outcome" : "x"})`,
      `GRANT SELECT ON ${keyspace}.${table} TO ${role}`,
    ]);
    others.push(
      `CREATE TABLE ${keyspace}.more (id int PRIMARY KEY)`,
      `DROP KEYSPACE ${keyspace}`,
      "CREATE KEYSPACE more WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}",
      "CREATE ROLE more",
      `ALTER ROLE ${role} WITH SUPERUSER = true`,
      "SELECT * FROM system_auth.roles",
      "SELECT * FROM system_auth.role_permissions",
    );
    expect(tables).toHaveLength(6);
    expect(others.length).toBeGreaterThan(30);
    for (const cql of others) {
      const refusal = await bridge.execute(cql).then(
        () => "allowed",
        (error: { code?: number }) => error.code,
      );
      expect([cql, refusal]).toEqual([cql, 0x2100]);
    }
  });

  it("runs nothing that the manifest does not name", async () => {
    const error = await callFailing(executor, "SELECT * FROM orders", {});
    expect(error.name).toBe("Bridge.UnknownStatement");
  });
});
