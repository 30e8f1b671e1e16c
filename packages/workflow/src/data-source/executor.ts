import type { Json } from "@treadle/expressions";

/** What a state machine sends to the bridge: a statement's name, never its text. */
export interface BridgeRequest {
  readonly statement: string;
  readonly params: { readonly [name: string]: Json };
  readonly trace: BridgeTrace;
}

/** Ties a call to the execution that made it; filled from the context object. */
export interface BridgeTrace {
  readonly execution: string;
  readonly state: string;
  /** `$states.context.State.RetryCount`: 0 for the first attempt. */
  readonly attempt: number;
}

/** The name under which a bridge runs the preflight check instead of a statement. */
export const preflightStatement = "$preflight";

/** Runs the statements of one data source. Made once per process, used by many calls at a time. */
export interface DataSourceExecutor {
  /** @throws {BridgeError} with the error's name as the state machine sees it. */
  readonly execute: (request: BridgeRequest, call: BridgeCall) => Promise<ExecutedStatement>;
  /** @throws {BridgeError} `<Kind>.PreflightFailed`. */
  readonly preflight: (call: BridgeCall) => Promise<ExecutedStatement>;
  readonly close: () => Promise<void>;
}

export interface BridgeCall {
  /** Aborted a little before the function's time is up. */
  readonly signal: AbortSignal;
}

export interface ExecutedStatement {
  readonly result: Json;
  /** For the log line; never parameter values or rows. */
  readonly measures: { readonly rows?: number; readonly requestUnits?: number; readonly coordinator?: string };
}

/** What a data source's package gives to the bridge. */
export interface DataSourceExecutorModule {
  /**
   * @param manifest the parsed `<source>.bridge.json`
   * @param connection how to reach the database; each package documents its own shape
   */
  readonly createExecutor: (manifest: unknown, connection: unknown) => DataSourceExecutor;
}

/** What the error's cause tells, beyond its name: never parameter values or item contents. */
export interface BridgeErrorDetails {
  readonly message: string;
  /** Not applied, possibly applied, or useless to repeat. */
  readonly outcome: "not-applied" | "unknown" | "permanent";
  readonly [detail: string]: Json | undefined;
}

/** An error by the name that retriers and catchers match. The message is the details as JSON: it becomes the Cause. */
export class BridgeError extends Error {
  override readonly name: string;
  readonly details: BridgeErrorDetails;

  constructor(name: string, details: BridgeErrorDetails, options?: { cause?: unknown }) {
    super(JSON.stringify(details), options);
    this.name = name;
    this.details = details;
  }
}
