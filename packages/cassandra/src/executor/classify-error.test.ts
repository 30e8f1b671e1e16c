import { errors, types } from "cassandra-driver";
import { describe, expect, it } from "vitest";
import { classifyError } from "./classify-error.js";

const codes = types.responseErrorCodes;

function response(code: number, fields: object = {}, message = "text of the server"): Error {
  return Object.assign(new errors.ResponseError(code, message), fields);
}

function noHost(...inner: unknown[]): Error {
  return new errors.NoHostAvailableError(
    Object.fromEntries(inner.map((error, index) => [`10.0.0.${index}:9042`, error])),
  );
}

function socketError(fields: object): Error {
  return Object.assign(new Error("Socket was closed"), { isSocketError: true, ...fields });
}

function netError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

const operationTimedOut = new errors.OperationTimedOutError("no answer", "10.0.0.1:9042");

describe("classifyError", () => {
  it.each<[string, unknown, string, string]>([
    ["server error", response(codes.serverError), "ServerError", "unknown"],
    ["protocol error", response(codes.protocolError), "ProtocolError", "permanent"],
    ["bad credentials", response(codes.badCredentials), "AuthenticationFailed", "not-applied"],
    ["unavailable, wrapped", noHost(response(codes.unavailableException)), "Unavailable", "not-applied"],
    ["overloaded", response(codes.overloaded), "Overloaded", "unknown"],
    ["overloaded, wrapped", noHost(response(codes.overloaded)), "Overloaded", "unknown"],
    ["bootstrapping", response(codes.isBootstrapping), "Bootstrapping", "not-applied"],
    ["truncate error", response(codes.truncateError), "TruncateFailed", "unknown"],
    ["write timeout", response(codes.writeTimeout, { writeType: "SIMPLE" }), "WriteTimeout", "unknown"],
    ["batch write timeout", response(codes.writeTimeout, { writeType: "BATCH" }), "WriteTimeout", "unknown"],
    ["batch log timeout", response(codes.writeTimeout, { writeType: "BATCH_LOG" }), "BatchLogTimeout", "unknown"],
    ["transaction timeout", response(codes.writeTimeout, { writeType: "CAS" }), "CasTimeout", "unknown"],
    ["counter timeout", response(codes.writeTimeout, { writeType: "COUNTER" }), "OutcomeUnknown", "unknown"],
    ["unknown transaction", response(0x1700), "CasTimeout", "unknown"],
    ["read timeout", response(codes.readTimeout), "ReadTimeout", "not-applied"],
    ["read failure", response(codes.readFailure), "ReadFailure", "not-applied"],
    ["write failure", response(codes.writeFailure), "WriteFailure", "unknown"],
    ["function failure", response(codes.functionFailure), "FunctionFailure", "permanent"],
    ["syntax error", response(codes.syntaxError), "InvalidQuery", "permanent"],
    ["invalid", response(codes.invalid), "InvalidQuery", "permanent"],
    ["batch too large", response(codes.invalid, {}, "Batch too large"), "BatchTooLarge", "permanent"],
    ["guardrail", response(codes.invalid, {}, "Guardrail page_size violated"), "Guardrail", "permanent"],
    ["configuration error", response(codes.configError), "InvalidQuery", "permanent"],
    ["unauthorized", response(codes.unauthorized), "Unauthorized", "permanent"],
    ["already exists", response(codes.alreadyExists), "AlreadyExists", "permanent"],
    ["unprepared", noHost(response(codes.unprepared)), "Unprepared", "not-applied"],
    ["no host at all", noHost(), "NoHostAvailable", "not-applied"],
    ["a pool without connections", noHost(new Error("No connection available")), "NoHostAvailable", "not-applied"],
    ["only hosts that are down", noHost("Host considered as DOWN"), "NoHostAvailable", "not-applied"],
    ["refused login", noHost(new errors.AuthenticationError("bad")), "AuthenticationFailed", "not-applied"],
    ["refused connection", noHost(netError("ECONNREFUSED")), "ConnectionFailed", "not-applied"],
    ["refused certificate", noHost(netError("DEPTH_ZERO_SELF_SIGNED_CERT")), "ConnectionFailed", "not-applied"],
    ["failed handshake", noHost(netError("ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE")), "ConnectionFailed", "not-applied"],
    ["unknown host", noHost(netError("ENOTFOUND")), "ConnectionFailed", "not-applied"],
    ["no answer", operationTimedOut, "ClientTimeout", "unknown"],
    ["no answer, wrapped", noHost(operationTimedOut), "ClientTimeout", "unknown"],
    ["closed socket", socketError({}), "ConnectionLost", "unknown"],
    ["closed socket, wrapped", noHost(socketError({})), "ConnectionLost", "unknown"],
    ["socket closed before", socketError({ requestNotWritten: true }), "ConnectionFailed", "not-applied"],
    ["busy", noHost(new errors.BusyConnectionError("10.0.0.1", 2048, 1)), "Busy", "not-applied"],
    ["argument error", new errors.ArgumentError("value"), "InvalidParameter", "permanent"],
    ["type error", new TypeError("value"), "InvalidParameter", "permanent"],
    ["not supported", new errors.NotSupportedError("x"), "DriverError", "permanent"],
    ["internal error", new errors.DriverInternalError("x"), "DriverError", "permanent"],
  ])("names %s", (_, error, name, outcome) => {
    expect(classifyError(error).class).toMatchObject({ name: `Cassandra.${name}`, outcome });
  });

  it("lets the host decide that may have applied the statement", () => {
    const unavailable = response(codes.unavailableException);
    const { class: found, origin } = classifyError(noHost(unavailable, operationTimedOut, netError("ECONNREFUSED")));
    expect(found.name).toBe("Cassandra.ClientTimeout");
    expect(origin).toBe(operationTimedOut);
  });
});
