import { randomUUID } from "node:crypto";
import { describeWithCassandra } from "@treadle/testbed/vitest";
import { Client } from "cassandra-driver";
// @ts-expect-error The driver publishes no declarations for this file; its version is pinned in package.json.
import PrepareHandler from "cassandra-driver/lib/prepare-handler.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { agreementStatements, agreementTables } from "../../test/agreement-statements.js";
import { analyzeCql, replayCql } from "../compiler/analyze-cql.js";

interface Prepared {
  readonly meta: { readonly columns: readonly { readonly name: string }[] };
}

/** Runs PREPARE and gives the markers' names, or the server's refusal. */
async function prepare(client: Client, text: string, keyspace: string): Promise<string> {
  const { loadBalancing } = (client as unknown as { options: { policies: { loadBalancing: unknown } } }).options
    .policies;
  try {
    const prepared: Prepared = await PrepareHandler.getPrepared(client, loadBalancing, text, keyspace);
    return `accepted (${prepared.meta.columns.map(({ name }) => name).join(", ")})`;
  } catch {
    return "refused";
  }
}

describeWithCassandra("the checker and a real node", (cassandra) => {
  const keyspace = `agreement_${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  const schema = [
    `CREATE KEYSPACE ${keyspace} WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}`,
    `USE ${keyspace}`,
    ...agreementTables,
  ];
  let client: Client;

  beforeAll(async () => {
    const { contactPoint, port, localDataCenter, username, password } = cassandra();
    client = new Client({
      contactPoints: [contactPoint],
      localDataCenter,
      protocolOptions: { port },
      credentials: { username, password },
    });
    for (const statement of schema) await client.execute(statement);
  });

  afterAll(async () => {
    await client?.shutdown();
  });

  it("agree on which statements are right, and on their markers", async () => {
    const replayed = replayCql(schema);
    const differences: string[] = [];
    const verdicts = { accepted: 0, refused: 0 };
    for (const text of agreementStatements()) {
      const server = await prepare(client, text, keyspace);
      const { findings, binds } = analyzeCql(replayed.schema, text, keyspace);
      const fault = findings.find(({ stage }) => stage === "prepare");
      const ours = fault ? "refused" : `accepted (${binds.map(({ name }) => name).join(", ")})`;
      verdicts[server === "refused" ? "refused" : "accepted"]++;
      if (ours !== server) differences.push(`${text}\n  server: ${server}\n  ours: ${fault?.text ?? ours}`);
    }
    expect(differences).toEqual([]);
    // Both verdicts occur often enough that agreeing says something.
    expect(Math.min(verdicts.accepted, verdicts.refused)).toBeGreaterThan(150);
  });
});
