import { randomUUID } from "node:crypto";
import { describeWithCassandra } from "@treadle/testbed/vitest";
import { auth, Client } from "cassandra-driver";
import { afterAll, beforeAll, expect, it } from "vitest";
import { shopSchema } from "../../test/shop-schema.js";
import { createKeyspaceSource } from "../tasks/keyspace-source.js";
import { schemaReader } from "./schema-reader.js";

describeWithCassandra("reading a live schema", (cassandra) => {
  const keyspace = `live_${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  const file = shopSchema.replaceAll(/\bshop\b/g, keyspace);
  const shop = createKeyspaceSource(
    "shop",
    { schema: "./schema.cql", keyspace, auth: { secret: "secret" } },
    { location: { file: "data/shop.ts", line: 1, column: 1 }, literalArguments: [] },
  );
  let client: Client;
  const connection = () => {
    const { contactPoint, port, username, password } = cassandra();
    return schemaReader.connectionTo({ contactPoints: [contactPoint], port, username, password });
  };

  beforeAll(async () => {
    const { contactPoint, port, localDataCenter, username, password } = cassandra();
    client = new Client({
      contactPoints: [contactPoint],
      localDataCenter,
      protocolOptions: { port },
      authProvider: new auth.PlainTextAuthProvider(username, password),
    });
    for (const statement of file.split(/;\n+/)) if (statement.trim() !== "") await client.execute(statement);
  });

  afterAll(async () => {
    await client?.shutdown();
  });

  it("gives a schema file that describes the same keyspace", async () => {
    const { text = "" } = await schemaReader.read(shop, connection());
    const host = { readText: (name: string) => (name === "data/schema.cql" ? text : undefined) };
    expect(await schemaReader.compare(shop, connection(), host)).toEqual([]);
    expect(await schemaReader.compare(shop, connection(), { readText: () => file })).toEqual([]);
  });

  it("reports drift, and a keyspace that is not there", async () => {
    const readText = () => file.replace("placed_at timestamp", "placed_at date");
    const drift = await schemaReader.compare(shop, connection(), { readText });
    expect(drift.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "cassandra/schema-drift: The database differs from this file: table orders: column placed_at is timestamp, and date in the file.",
      "cassandra/schema-drift: The database differs from this file: view orders_by_status: column placed_at is timestamp, and date in the file.",
    ]);
    const nowhere = createKeyspaceSource("nowhere", { schema: "./schema.cql", auth: { secret: "secret" } }, undefined);
    const { diagnostics = [] } = await schemaReader.read(nowhere, connection());
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringContaining("cassandra/schema-not-readable: The schema of nowhere cannot be read: "),
    ]);
  });
});
