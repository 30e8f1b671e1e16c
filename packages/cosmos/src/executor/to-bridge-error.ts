import { BridgeError, type BridgeErrorDetails } from "@treadle/workflow/data-source";
import type { CosmosStatement } from "../contract/manifest.js";
import { type CallScope, hiddenSubstatusHeader, originalCode, timeoutCode } from "./call-scope.js";
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
  /** Position of the operation of a batch that was refused. */
  readonly operationIndex?: number;
  readonly headers?: { readonly [name: string]: string | number | boolean | undefined };
}

/**
 * Turns what the SDK threw into the error that the state machine sees. An operation that is not idempotent and may have
 * been applied becomes `Cosmos.OutcomeUnknown`, whatever the reason, so that no retrier matches it. Where no request for
 * items was sent, it cannot have been applied.
 */
export function toBridgeError(
  thrown: unknown,
  call: FailedCall | undefined,
  scope?: Pick<CallScope, "requests" | "requestUnits">,
): BridgeError {
  if (thrown instanceof BridgeError) return thrown;
  const errorClass = classifyError(thrown, call?.operation);
  const isOpen = errorClass.outcome === "unknown" && call?.idempotent === false;
  const name = isOpen ? nameOfOpen(errorClass, scope) : errorClass.name;
  return new BridgeError(
    name,
    {
      message: errorClass.meaning,
      outcome: isOpen && name !== outcomeUnknown ? "not-applied" : errorClass.outcome,
      ...(name !== errorClass.name && { reason: errorClass.name }),
      ...(call && { statement: call.statement, attempt: call.attempt }),
      ...detailsOf(thrown),
      ...(scope && { requestUnits: roundUnits(scope.requestUnits) }),
    },
    { cause: thrown },
  );
}

/** By these names errors may be repeated for every operation. */
function nameOfOpen({ name }: ErrorClass, scope: Pick<CallScope, "requests"> | undefined): string {
  if (scope?.requests !== 0) return outcomeUnknown;
  return name === clientClasses.timeout.name ? name : clientClasses.connectionFailed.name;
}

export function isUnauthorized(thrown: unknown): boolean {
  const name = thrown instanceof BridgeError ? thrown.name : classifyError(thrown, undefined).name;
  return name === classByStatus.get("401")!.name;
}

export function classifyError(thrown: unknown, operation: CosmosStatement["operation"] | undefined): ErrorClass {
  const error = fieldsOf(thrown);
  const isTimeout = typeof error.code === "string" && originalCode(error.code) === timeoutCode;
  if (error.name === "AbortError" || isTimeout) return clientClasses.timeout;
  if (identityErrors.has(error.name ?? "")) return classByStatus.get("401")!;
  if (typeof error.code === "string" && !/^\d+$/.test(error.code)) return classOfNetworkCode(error.code);
  const status = Number(error.code);
  const text = `${error.message ?? ""} ${error.body?.message ?? ""}`;
  if (status === 400 && /composite index/i.test(text)) return missingCompositeIndex;
  const found = classByStatus.get(`${status}/${substatusOf(error)}`) ?? classByStatus.get(String(status));
  // Only these look for one item; to the others what is missing is the container.
  const looksForItem =
    operation === "replace" ||
    operation === "patch" ||
    operation === "delete" ||
    operation === "read" ||
    operation === "batch";
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
  const { substatus, headers } = answer;
  return Number(substatus ?? headers?.["x-ms-substatus"] ?? headers?.[hiddenSubstatusHeader] ?? 0);
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
  if (typeof thrown !== "object" || thrown === null) return {};
  // Of a batch the SDK throws a bare error around what came back.
  const isWrapped = thrown instanceof Error && thrown.message.startsWith("Batch request error:");
  return isWrapped ? fieldsOf(thrown.cause) : thrown;
}

/** Codes of node:net and TLS. Where a request may already have been sent, what came of it is unknown. */
function classOfNetworkCode(code: string): ErrorClass {
  const beforeSending =
    /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|DEPTH_ZERO_|UNABLE_TO_|SELF_SIGNED_|ERR_TLS_)/;
  return beforeSending.test(originalCode(code)) ? clientClasses.connectionFailed : clientClasses.connectionLost;
}

function detailsOf(thrown: unknown): Omit<BridgeErrorDetails, "message" | "outcome"> {
  const error = fieldsOf(thrown);
  const activityId = error.activityId ?? error.headers?.["x-ms-activity-id"];
  return {
    driverCode: typeof error.code === "string" ? originalCode(error.code) : error.code,
    substatus: substatusOf(error) || undefined,
    activityId,
    operationIndex: error.operationIndex,
    retryAfterMs: error.retryAfterInMs,
  };
}

/** Sums of charges such as 1.24, without the noise of binary fractions. */
export function roundUnits(requestUnits: number): number {
  return Math.round(requestUnits * 100) / 100;
}
