import type { CosmosClient } from "@azure/cosmos";
import {
  type BridgeCall,
  BridgeError,
  type BridgeRequest,
  type DataSourceExecutor,
  type ExecutedStatement,
  statementOf,
} from "@treadle/workflow/data-source";
import { type CosmosManifest, type CosmosStatement, parseManifest } from "../contract/manifest.js";
import { type CallScope, createScope, runInScope } from "./call-scope.js";
import { type ClientHolder, createClientHolder } from "./client-holder.js";
import { parseConnection } from "./connection.js";
import { checkDatabase } from "./preflight.js";
import { prepareBatch } from "./run-batch.js";
import { prepareBulk } from "./run-bulk.js";
import { preparePage } from "./run-page.js";
import { type OperationContext, preparePointOperation } from "./run-point-operation.js";
import { prepareQuery } from "./run-query.js";
import { isUnauthorized, roundUnits, toBridgeError } from "./to-bridge-error.js";
import { withinTime } from "./within-time.js";

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
      const statement = statementOf(parsed.manifest.source, statements, request.statement);
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
  const { scope, params } = takeSession(manifest, request);
  const run = prepareStatement(named, statement, params);
  const failedCall = {
    statement: request.statement,
    operation: statement.operation,
    idempotent: statement.idempotent,
    attempt: request.trace.attempt,
  };
  const attempt = async (client: CosmosClient) => {
    const container = client.database(manifest.database).container(manifest.container);
    const running = runInScope(scope, () =>
      run({ container, ...named, abortSignal: call.signal, attempt: request.trace.attempt }),
    );
    return withSession(scope, await withinTime(call.signal, running));
  };
  try {
    assertInTime(call.signal, request.statement);
    const client = await withinTime(call.signal, clients.client());
    try {
      return await attempt(client);
    } catch (error) {
      // A refused key means that nothing was applied; the key may have been changed since it was read.
      if (!isUnauthorized(error) || !(await withinTime(call.signal, clients.renewKey(client)))) throw error;
      return await attempt(await clients.client());
    }
  } catch (error) {
    throw toBridgeError(error, failedCall, scope);
  }
}

/** Not a name that a statement's own parameter can have. */
const sessionParam = "$session";

function takeSession(
  manifest: CosmosManifest,
  { statement, params }: BridgeRequest,
): { readonly scope: CallScope; readonly params: BridgeRequest["params"] } {
  if (manifest.sessionTokens === undefined) return { scope: createScope(undefined, false), params };
  const { [sessionParam]: session = null, ...others } = params;
  // Session tokens of the service are a line of numbers and signs, which goes into a header.
  if (session !== null && (typeof session !== "string" || !/^[\w:#=,.;+-]*$/.test(session))) {
    throw new BridgeError("Cosmos.InvalidParameter", {
      message: `"${sessionParam}" takes the session of an earlier result, or null.`,
      outcome: "permanent",
      statement,
      path: sessionParam,
    });
  }
  return { scope: createScope(session || undefined, true), params: others };
}

function withSession(scope: CallScope, { result, measures }: ExecutedStatement): ExecutedStatement {
  const counted = { ...measures, requestUnits: roundUnits(scope.requestUnits) };
  if (!scope.keepsSession) return { result, measures: counted };
  return { result: { value: result, session: scope.session ?? null }, measures: counted };
}

/** Checks the parameters and gives what runs the statement. */
function prepareStatement(
  named: Pick<OperationContext, "manifest" | "statement">,
  statement: CosmosStatement,
  params: BridgeRequest["params"],
): (context: OperationContext) => Promise<ExecutedStatement> {
  switch (statement.operation) {
    case "query":
      return prepareQuery(named, statement, params);
    case "pages":
      return preparePage(named, statement, params);
    case "batch":
      return prepareBatch(named, statement, params);
    case "bulk":
      return prepareBulk(named, statement, params);
    default:
      return preparePointOperation(named, statement, params);
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
