import type { BridgeError, BridgeRequest, ExecutedStatement } from "@treadle/workflow/data-source";

/**
 * What one call leaves in the log: a line of JSON with these fields, in this order. Parameter values and rows are never in
 * it.
 */
export interface CallRecord {
  readonly level: "info" | "error";
  readonly message: "bridge call";
  readonly source: string;
  /** Undefined where the request could not be read. */
  readonly statement: string | undefined;
  readonly execution: string | undefined;
  readonly state: string | undefined;
  readonly attempt: number | undefined;
  /** The function invocation's id, in Lambda. */
  readonly requestId: string | undefined;
  readonly durationMs: number;
  readonly outcome: "applied" | "not-applied" | "unknown" | "permanent";
  readonly rows?: number;
  readonly requestUnits?: number;
  readonly coordinator?: string;
  /** The name that retriers and catchers match. */
  readonly error?: string;
  /** The error's details, as in the state machine's Cause. */
  readonly cause?: BridgeError["details"];
  /** For faults of the bridge itself: where it happened, without the message, which may hold a value. */
  readonly stack?: readonly string[];
}

export interface CallIdentity {
  readonly source: string;
  readonly request: BridgeRequest | undefined;
  readonly requestId: string | undefined;
  readonly durationMs: number;
}

export function recordSuccess(call: CallIdentity, { measures }: ExecutedStatement): CallRecord {
  return { level: "info", ...identify(call), outcome: "applied", ...measures };
}

export function recordFailure(call: CallIdentity, error: BridgeError): CallRecord {
  const origin = error.name === "Bridge.InternalError" && error.cause instanceof Error ? error.cause : undefined;
  return {
    level: "error",
    ...identify(call),
    outcome: error.details.outcome,
    error: error.name,
    cause: error.details,
    ...(origin && { stack: framesOf(origin) }),
  };
}

function identify({ source, request, requestId, durationMs }: CallIdentity) {
  return {
    message: "bridge call",
    source,
    statement: request?.statement,
    execution: request?.trace.execution,
    state: request?.trace.state,
    attempt: request?.trace.attempt,
    requestId,
    durationMs: Math.round(durationMs),
  } as const;
}

function framesOf(error: Error): readonly string[] {
  const lines = (error.stack ?? "").split("\n").map((line) => line.trim());
  return [error.constructor.name, ...lines.filter((line) => line.startsWith("at "))];
}
