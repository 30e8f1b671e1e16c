import { errors, types } from "cassandra-driver";
import { classByCode, classByMessage, classByWriteType, driverClasses, type ErrorClass } from "./error-classes.js";

export interface ClassifiedError {
  readonly class: ErrorClass;
  /** The error that decided, out of its wrappers. */
  readonly origin: unknown;
}

/**
 * Names what the driver threw. `NoHostAvailableError` hides the hosts' errors, so the one that leaves most open decides:
 * one host that may have applied the statement outweighs all that did not.
 */
export function classifyError(error: unknown): ClassifiedError {
  if (!(error instanceof errors.NoHostAvailableError)) return { class: classOf(error), origin: error };
  const inner = Object.values(error.innerErrors ?? {}).filter((reason: unknown) => reason instanceof Error);
  const classified = inner.map(classifyError);
  const worst = classified.find((one) => one.class.outcome === "unknown") ??
    classified.find((one) => one.class.outcome === "permanent") ??
    classified[0] ?? { class: driverClasses.noHost, origin: error };
  return worst;
}

function classOf(error: unknown): ErrorClass {
  if (error instanceof errors.ResponseError) return classOfResponse(error);
  if (error instanceof errors.OperationTimedOutError) return driverClasses.clientTimeout;
  if (error instanceof errors.AuthenticationError) return driverClasses.authentication;
  if (error instanceof errors.BusyConnectionError) return driverClasses.busy;
  if (isSocketError(error)) {
    return error.requestNotWritten === true ? driverClasses.connectionLostUnsent : driverClasses.connectionLost;
  }
  if (error instanceof errors.ArgumentError || error instanceof TypeError || error instanceof RangeError) {
    return driverClasses.invalidParameter;
  }
  // A host that counts as up, but whose pool has lost its connections.
  if (error instanceof Error && error.message === "No connection available") return driverClasses.noHost;
  // Errors of node:net and node:tls while connecting; an open connection's are marked as socket errors.
  if (hasCode(error) && /^[A-Z][A-Z0-9_]+$/.test(error.code)) return driverClasses.connectionFailed;
  return driverClasses.driver;
}

function classOfResponse(error: errors.ResponseError): ErrorClass {
  if (error.code === types.responseErrorCodes.writeTimeout) {
    const byType = classByWriteType.get(String((error as { writeType?: unknown }).writeType));
    if (byType !== undefined) return byType;
  }
  if (error.code === types.responseErrorCodes.invalid) {
    const byMessage = classByMessage.find(([pattern]) => pattern.test(error.message));
    if (byMessage !== undefined) return byMessage[1];
  }
  return classByCode.get(error.code) ?? driverClasses.driver;
}

function isSocketError(error: unknown): error is Error & { requestNotWritten?: boolean } {
  return error instanceof Error && "isSocketError" in error && error.isSocketError === true;
}

function hasCode(error: unknown): error is Error & { code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}
