import type { Json } from "@treadle/workflow";
import {
  BridgeError,
  type BridgeRequest,
  type DataSourceExecutor,
  type ExecutedStatement,
  preflightStatement,
} from "@treadle/workflow/data-source";
import { type CallIdentity, recordFailure, recordSuccess } from "./call-record.js";
import { parseRequest } from "./parse-request.js";
import { startTimeLimit } from "./time-limit.js";

export interface BridgeOptions {
  /** The source's name, for the log. */
  readonly source: string;
  /** Made by the data source's package out of the manifest; used by all calls of the process. */
  readonly executor: DataSourceExecutor;
  /** Takes each call's line, without a line end. Default: standard output. */
  readonly log?: (line: string) => void;
  /** Milliseconds that a call may take from now on. Default: what Lambda tells, or no limit. */
  readonly remainingTimeMs?: () => number;
}

/** The part of a Lambda context that a bridge looks at. */
export interface LambdaContext {
  readonly awsRequestId?: string;
  readonly getRemainingTimeInMillis?: () => number;
}

export type BridgeHandler = (event: unknown, context?: LambdaContext) => Promise<Json>;

/**
 * Makes the handler that answers a state machine's requests for one data source: a Lambda handler, and as well a function
 * to call in process.
 *
 * ```ts
 * const executor = createExecutor(manifest, { contactPoints: ["db.internal"], localDataCenter: "eu", credentials });
 * export const handler = createBridge({ source: "shop", executor });
 * ```
 *
 * The handler rejects with `BridgeError`: Lambda reports its name as the error and its message, JSON, as the cause.
 */
export function createBridge(options: BridgeOptions): BridgeHandler {
  const { source, executor, log = writeLine } = options;
  return async (event, context = {}) => {
    const started = performance.now();
    const limit = startTimeLimit((options.remainingTimeMs ?? context.getRemainingTimeInMillis)?.());
    let request: BridgeRequest | undefined;
    const identify = (): CallIdentity => ({
      source,
      request,
      requestId: context.awsRequestId,
      durationMs: performance.now() - started,
    });
    try {
      request = parseRequest(event);
      const executed = await execute(executor, request, limit.signal);
      log(JSON.stringify(recordSuccess(identify(), executed)));
      return executed.result;
    } catch (error) {
      const failure = error instanceof BridgeError ? error : internalError(error);
      log(JSON.stringify(recordFailure(identify(), failure)));
      throw failure;
    } finally {
      limit.clear();
    }
  };
}

async function execute(
  executor: DataSourceExecutor,
  request: BridgeRequest,
  signal: AbortSignal,
): Promise<ExecutedStatement> {
  if (request.statement === preflightStatement) return await executor.preflight({ signal });
  return await executor.execute(request, { signal });
}

/** A fault of our own. Its message may hold anything, so only the log's stack tells more. */
function internalError(cause: unknown): BridgeError {
  return new BridgeError(
    "Bridge.InternalError",
    { message: "The bridge failed; its log has the stack.", outcome: "unknown" },
    { cause },
  );
}

function writeLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
