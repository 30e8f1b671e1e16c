import { describeWithCassandra } from "@treadle/testbed/vitest";
import { auth, Client } from "cassandra-driver";
import { afterAll, beforeAll, expect, it } from "vitest";
import { formatCqlType } from "../contract/cql-type.js";
import { columnsInSelectOrder } from "./schema-model.js";
import { serverKeyspace, serverKeyspaceNames } from "./server-keyspaces.js";

/** Tuples are always frozen, and only the server says so. */
const withoutFrozen = (type: string): string => type.replaceAll(/frozen<|>/g, "");

describeWithCassandra("the server's own keyspaces", (cassandra) => {
  let client: Client;

  beforeAll(async () => {
    const { contactPoint, port, localDataCenter, username, password } = cassandra();
    client = new Client({
      contactPoints: [contactPoint],
      localDataCenter,
      protocolOptions: { port },
      authProvider: new auth.PlainTextAuthProvider(username, password),
    });
    await client.connect();
  });

  afterAll(async () => {
    await client?.shutdown();
  });

  /** Of each table, by its name: the columns with their types and their part in the key. */
  async function tablesOnServer(source: string): Promise<Map<string, string[]>> {
    const { rows } = await client.execute(`SELECT * FROM ${source}.columns`, [], { fetchSize: 5000 });
    const tables = new Map<string, string[]>();
    for (const { keyspace_name, table_name, column_name, kind, type } of rows) {
      const name = `${keyspace_name}.${table_name}`;
      const part = kind === "partition_key" ? "partition" : kind;
      tables.set(name, [...(tables.get(name) ?? []), `${column_name} ${part} ${withoutFrozen(type)}`]);
    }
    return tables;
  }

  it("are those of a real server, column by column", async () => {
    const onServer = new Map([
      ...(await tablesOnServer("system_schema")),
      ...(await tablesOnServer("system_virtual_schema")),
    ]);
    for (const keyspace of serverKeyspaceNames) {
      for (const [name, table] of serverKeyspace(keyspace)?.tables ?? []) {
        const columns = columnsInSelectOrder(table).map(
          (each) => `${each.name} ${each.kind} ${withoutFrozen(formatCqlType(each.type))}`,
        );
        expect(columns.sort(), name).toEqual(onServer.get(`${keyspace}.${name}`)?.sort());
      }
    }
  });
});
