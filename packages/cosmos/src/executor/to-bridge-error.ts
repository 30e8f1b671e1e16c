import { BridgeError, type BridgeErrorDetails } from "@treadle/workflow/data-source";
import type { CosmosStatement } from "../contract/manifest.js";
import {
  classByStatus,
  clientClasses,
  type ErrorClass,
  missingCompositeIndex,
  outcomeUnknown,
} from "./error-classes.js";

/** What an error is told about besides itself. */
export interface FailedCall {
  readonly statement: string;
  readonly operation: CosmosStatement["operation"];
  readonly idempotent: boolean;
  readonly attempt: number;
}

/**
 * The fields of what the SDK throws: `ErrorResponse` (whose name is "Error"), `RestError`, `TimeoutError`, `AbortError`,
 * and plain objects.
 */
interface SdkError {
  readonly name?: string;
  readonly code?: number | string;
  readonly substatus?: number;
  readonly message?: string;
  readonly body?: { readonly message?: string };
  readonly activityId?: string;
  readonly retryAfterInMs?: number;
  readonly headers?: { readonly [name: string]: string | number | boolean | undefined };
}

/**
 * Turns what the SDK threw into the error that the state machine sees. An operation that is not idempotent and may have
 * been applied becomes `Cosmos.OutcomeUnknown`, whatever the reason, so that no retrier matches it.
 */
export function toBridgeError(thrown: unknown, call: FailedCall | undefined): BridgeError {
  if (thrown instanceof BridgeError) return thrown;
  const errorClass = classifyError(thrown, call?.operation);
  const isUnknown = errorClass.outcome === "unknown" && call?.idempotent === false;
  return new BridgeError(
    isUnknown ? outcomeUnknown : errorClass.name,
    {
      message: errorClass.meaning,
      outcome: errorClass.outcome,
      ...(isUnknown && { reason: errorClass.name }),
      ...(call && { statement: call.statement, attempt: call.attempt }),
      ...detailsOf(thrown),
    },
    { cause: thrown },
  );
}

export function classifyError(thrown: unknown, operation: CosmosStatement["operation"] | undefined): ErrorClass {
  const error = fieldsOf(thrown);
  if (error.name === "AbortError" || error.code === "TimeoutError") return clientClasses.timeout;
  if (identityErrors.has(error.name ?? "")) return classByStatus.get("401")!;
  if (typeof error.code === "string" && !/^\d+$/.test(error.code)) return classOfNetworkCode(error.code);
  const status = Number(error.code);
  const text = `${error.message ?? ""} ${error.body?.message ?? ""}`;
  if (status === 400 && /composite index/i.test(text)) return missingCompositeIndex;
  const found = classByStatus.get(`${status}/${substatusOf(error)}`) ?? classByStatus.get(String(status));
  // Only these look for one item; to the others what is missing is the container.
  const looksForItem =
    operation === "replace" || operation === "patch" || operation === "delete" || operation === "read";
  if (found?.name === "Cosmos.NotFound" && !looksForItem) return classByStatus.get("404/1003")!;
  return found ?? clientClasses.invalidRequest;
}

/** What `@azure/identity` throws before anything is sent. */
const identityErrors: ReadonlySet<string> = new Set([
  "AuthenticationError",
  "AggregateAuthenticationError",
  "AuthenticationRequiredError",
  "CredentialUnavailableError",
]);

/** Substatus 0 says nothing. */
export function substatusOf(answer: Answer): number {
  return Number(answer.substatus ?? answer.headers?.["x-ms-substatus"] ?? 0);
}

/** What answers and errors of the SDK have in common. */
interface Answer {
  readonly substatus?: number | undefined;
  readonly headers?: { readonly [name: string]: string | number | boolean | undefined } | undefined;
}

/**
 * The SDK gives a point read's 404 back instead of throwing it, also where a substatus says that it is not the item that
 * is missing.
 *
 * @returns whether the item is missing
 * @throws {ReadRefusedError}
 */
export function isMissing(response: Answer & { readonly statusCode: number }): boolean {
  if (response.statusCode !== 404) return false;
  if (substatusOf(response) !== 0) throw new ReadRefusedError(response);
  return true;
}

class ReadRefusedError extends Error {
  readonly code = 404;
  readonly substatus: number;
  readonly headers: Answer["headers"];

  constructor(response: Answer) {
    super("The read was refused.");
    this.substatus = substatusOf(response);
    this.headers = response.headers;
  }
}

export function fieldsOf(thrown: unknown): SdkError {
  return typeof thrown === "object" && thrown !== null ? thrown : {};
}

/** Codes of node:net and TLS. Where a request may already have been sent, what came of it is unknown. */
function classOfNetworkCode(code: string): ErrorClass {
  const beforeSending =
    /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|DEPTH_ZERO_|UNABLE_TO_|SELF_SIGNED_|ERR_TLS_)/;
  return beforeSending.test(code) ? clientClasses.connectionFailed : clientClasses.connectionLost;
}

function detailsOf(thrown: unknown): Omit<BridgeErrorDetails, "message" | "outcome"> {
  const error = fieldsOf(thrown);
  const charge = Number(error.headers?.["x-ms-request-charge"]);
  const activityId = error.activityId ?? error.headers?.["x-ms-activity-id"];
  return {
    driverCode: error.code,
    substatus: substatusOf(error) || undefined,
    activityId,
    retryAfterMs: error.retryAfterInMs,
    requestUnits: Number.isFinite(charge) ? charge : undefined,
  };
}
