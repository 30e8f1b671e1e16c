import {
  type BridgeCall,
  BridgeError,
  type BridgeRequest,
  type DataSourceExecutor,
  type ExecutedStatement,
} from "@treadle/workflow/data-source";
import { type CosmosManifest, type CosmosStatement, parseManifest } from "../contract/manifest.js";
import { type ClientHolder, createClientHolder } from "./client-holder.js";
import { parseConnection } from "./connection.js";
import { checkDatabase } from "./preflight.js";
import { preparePointOperation } from "./run-point-operation.js";
import { prepareQuery } from "./run-query.js";
import { toBridgeError } from "./to-bridge-error.js";

/**
 * Makes the executor of a Cosmos DB source. Nothing is connected before the first call.
 *
 * @param manifest the parsed `<source>.bridge.json`
 * @param connection a `CosmosConnection`
 * @throws {BridgeError} `Cosmos.InvalidManifest`, `Cosmos.InvalidConnection`
 */
export function createExecutor(manifest: unknown, connection: unknown): DataSourceExecutor {
  const parsed = parseManifest(manifest);
  if (!parsed.ok) {
    throw new BridgeError("Cosmos.InvalidManifest", {
      message: `The manifest cannot be used: ${parsed.problems.join("; ")}`,
      outcome: "permanent",
    });
  }
  const clients = createClientHolder(parsed.manifest, parseConnection(connection));
  const statements = new Map(Object.entries(parsed.manifest.statements));
  return {
    execute: async (request, call) => {
      const statement = statements.get(request.statement);
      if (statement === undefined) {
        throw new BridgeError("Bridge.UnknownStatement", {
          message: `The source "${parsed.manifest.source}" has no statement "${request.statement}".`,
          outcome: "permanent",
          statement: request.statement,
        });
      }
      return await executeStatement(clients, parsed.manifest, statement, request, call);
    },
    preflight: async (call) => await checkDatabase(clients, parsed.manifest, call),
    close: clients.close,
  };
}

async function executeStatement(
  clients: ClientHolder,
  manifest: CosmosManifest,
  statement: CosmosStatement,
  request: BridgeRequest,
  call: BridgeCall,
): Promise<ExecutedStatement> {
  const named = { manifest, statement: request.statement };
  const run =
    statement.operation === "query"
      ? prepareQuery(named, statement, request.params)
      : preparePointOperation(named, statement, request.params);
  const failedCall = {
    statement: request.statement,
    operation: statement.operation,
    idempotent: statement.idempotent,
    attempt: request.trace.attempt,
  };
  const attempt = async () => {
    try {
      const container = (await clients.client()).database(manifest.database).container(manifest.container);
      assertInTime(call.signal, request.statement);
      return await run({ container, ...named, abortSignal: call.signal });
    } catch (error) {
      throw toBridgeError(error, failedCall);
    }
  };
  try {
    return await attempt();
  } catch (error) {
    // A refused key means that nothing was applied; the key may have been changed since it was read.
    if ((error as BridgeError).name !== "Cosmos.Unauthorized" || !(await clients.renewKey())) throw error;
    return await attempt();
  }
}

/** Before anything is sent, the end of the time leaves nothing open. */
function assertInTime(signal: AbortSignal, statement: string): void {
  if (!signal.aborted) return;
  throw new BridgeError("Cosmos.ClientTimeout", {
    message: "The function's time was up before the request was sent.",
    outcome: "not-applied",
    statement,
  });
}
