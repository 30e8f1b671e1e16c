import { replayCql } from "@treadle/cassandra/compiler";
import type { CassandraConnection } from "@treadle/testbed";
import { type Agreement, compareStatements } from "./compare-statements.js";
import { CqlConnection } from "./protocol/cql-connection.js";
import type { SchemaScript } from "./read-corpus.js";

/**
 * Makes the schema on a node, where each of its statements must be taken by both, then compares the statements.
 *
 * @throws where node and checker do not both take the schema
 */
export async function runAgreement(
  node: CassandraConnection,
  { statements: schemaStatements, keyspace, file }: SchemaScript,
  statements: readonly string[],
): Promise<Agreement> {
  const faults = replayCql(schemaStatements).findings.flat();
  if (faults.length > 0) throw new Error(`The checker does not take ${file}:\n${faults.join("\n")}`);
  const connection = await CqlConnection.open(node);
  try {
    for (const text of schemaStatements) await connection.query(text);
    return await compareStatements(connection, schemaStatements, keyspace, statements);
  } finally {
    connection.close();
  }
}
