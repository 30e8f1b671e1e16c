import {
  type BridgeCall,
  BridgeError,
  type BridgeRequest,
  type DataSourceExecutor,
  type ExecutedStatement,
  statementOf,
} from "@treadle/workflow/data-source";
import { continuationParam, parseManifest } from "../contract/manifest.js";
import { classifyError } from "./classify-error.js";
import { type ClientHolder, createClientHolder } from "./client-holder.js";
import { type BoundValue, bindParams, type CompiledStatement, compileStatements } from "./compiled-statement.js";
import { parseConnection } from "./connection.js";
import { continuationsOf } from "./continuation.js";
import { checkDatabase } from "./preflight.js";
import { forgetPrepared, prepareStatement } from "./prepare-statement.js";
import { type PageRequest, runStatement } from "./run-statement.js";
import { withReconnect } from "./with-reconnect.js";

/**
 * Makes the executor of a Cassandra source. Nothing is connected before the first call.
 *
 * @param manifest the parsed `<source>.bridge.json`
 * @param connection a `CassandraConnection`
 * @throws {BridgeError} `Cassandra.InvalidManifest`, `Cassandra.InvalidConnection`
 */
export function createExecutor(manifest: unknown, connection: unknown): DataSourceExecutor {
  const parsed = parseManifest(manifest);
  if (!parsed.ok) {
    throw new BridgeError("Cassandra.InvalidManifest", {
      message: `The manifest cannot be used: ${parsed.problems.join("; ")}`,
      outcome: "permanent",
    });
  }
  const statements = compileStatements(parsed.manifest);
  const reached = parseConnection(connection);
  const clients = createClientHolder(parsed.manifest, reached);
  return {
    execute: async (request, call) => {
      const statement = statementOf(parsed.manifest.source, statements, request.statement);
      return await executeStatement(clients, statement, request, call, reached.continuationKey);
    },
    preflight: async (call) => await checkDatabase(clients, [...statements.values()], call),
    close: clients.close,
  };
}

async function executeStatement(
  clients: ClientHolder,
  statement: CompiledStatement,
  request: BridgeRequest,
  call: BridgeCall,
  continuationKey: string | undefined,
): Promise<ExecutedStatement> {
  const values = bindParams(statement, request.params);
  const page = statement.pageSize === undefined ? undefined : pageOf(statement, values, request, continuationKey);
  return await withReconnect(clients, statement, call, request.trace, async (client, enter) => {
    const run = async () => {
      enter("preparing");
      const order = await prepareStatement(client, statement);
      call.signal.throwIfAborted();
      enter("executing");
      return await runStatement(
        client,
        statement,
        order.map((index) => values[index]!),
        page,
      );
    };
    try {
      return await run();
    } catch (error) {
      const { name } = classifyError(error).class;
      // The schema may have changed under the prepared statement; the server says so only when asked again.
      if (name === "Cassandra.InvalidQuery") {
        forgetPrepared(client, statement);
        await prepareStatement(client, statement);
      }
      if (name === "Cassandra.Unprepared") {
        forgetPrepared(client, statement);
        return await run();
      }
      throw error;
    }
  });
}

function pageOf(
  statement: CompiledStatement,
  values: readonly BoundValue[],
  { params }: BridgeRequest,
  key: string | undefined,
): PageRequest {
  const continuations = continuationsOf(statement, values, key);
  return { pageState: continuations.open(params[continuationParam]), continuations };
}
