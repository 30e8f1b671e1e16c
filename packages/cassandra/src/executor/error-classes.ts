import type { BridgeErrorDetails } from "@treadle/workflow/data-source";
import { types } from "cassandra-driver";

/** What an error means to a state machine: its name, and whether the statement may have been applied. */
export interface ErrorClass {
  readonly name: `Cassandra.${string}`;
  readonly outcome: BridgeErrorDetails["outcome"];
  /** One sentence for the cause. The server's own text may hold values, so it is not passed on. */
  readonly meaning: string;
}

const { responseErrorCodes: codes } = types;

/** The server's error codes (native protocol, section 9), as far as the code alone decides. */
export const classByCode: ReadonlyMap<number, ErrorClass> = new Map<number, ErrorClass>([
  [codes.serverError, errorClass("ServerError", "unknown", "The server reported a fault of its own.")],
  [codes.protocolError, errorClass("ProtocolError", "permanent", "Driver and server do not understand each other.")],
  [codes.badCredentials, errorClass("AuthenticationFailed", "not-applied", "The server refused the credentials.")],
  [codes.unavailableException, errorClass("Unavailable", "not-applied", "Too few replicas are alive.")],
  [codes.overloaded, errorClass("Overloaded", "unknown", "The coordinator has too much to do.")],
  [codes.isBootstrapping, errorClass("Bootstrapping", "not-applied", "The coordinator is still starting.")],
  [codes.truncateError, errorClass("TruncateFailed", "unknown", "A table could not be truncated.")],
  [codes.writeTimeout, errorClass("WriteTimeout", "unknown", "Too few replicas acknowledged the write in time.")],
  [codes.readTimeout, errorClass("ReadTimeout", "not-applied", "Too few replicas answered the read in time.")],
  [codes.readFailure, errorClass("ReadFailure", "not-applied", "A replica failed while reading.")],
  [codes.writeFailure, errorClass("WriteFailure", "unknown", "A replica failed while writing.")],
  // Of protocol version 5, which the driver has no names for.
  [0x1600, errorClass("WriteFailure", "unknown", "A replica has no room for its change log.")],
  [0x1700, errorClass("CasTimeout", "unknown", "The lightweight transaction's outcome is not known to the server.")],
  [codes.functionFailure, errorClass("FunctionFailure", "permanent", "A user-defined function failed.")],
  [codes.syntaxError, errorClass("InvalidQuery", "permanent", "The server cannot parse the statement.")],
  [codes.invalid, errorClass("InvalidQuery", "permanent", "The server refuses the statement.")],
  [codes.configError, errorClass("InvalidQuery", "permanent", "The server refuses the statement's configuration.")],
  [
    codes.unauthorized,
    errorClass("Unauthorized", "permanent", "The role lacks a permission that the statement needs."),
  ],
  // The driver prepares again by itself; this is left where that failed.
  [codes.unprepared, errorClass("Unprepared", "not-applied", "The server has forgotten the statement.")],
  [codes.alreadyExists, errorClass("AlreadyExists", "permanent", "What the statement creates exists.")],
]);

/** A write timeout says what kind of write it was (native protocol, section 9). */
export const classByWriteType: ReadonlyMap<string, ErrorClass> = new Map([
  ["BATCH_LOG", errorClass("BatchLogTimeout", "unknown", "The batch log was not written in time.")],
  ["CAS", errorClass("CasTimeout", "unknown", "The lightweight transaction was not decided in time.")],
  ["COUNTER", errorClass("OutcomeUnknown", "unknown", "The counter may or may not have been updated.")],
]);

/** The server tells these apart from other invalid requests in its text only. */
export const classByMessage: readonly (readonly [RegExp, ErrorClass])[] = [
  [/batch too large/i, errorClass("BatchTooLarge", "permanent", "The batch is larger than the server allows.")],
  [/guardrail/i, errorClass("Guardrail", "permanent", "A guardrail of the server refuses the statement.")],
];

/** What is not an answer of the server. */
export const driverClasses = {
  authentication: errorClass("AuthenticationFailed", "not-applied", "The server refused the credentials."),
  busy: errorClass("Busy", "not-applied", "All connections are busy."),
  clientTimeout: errorClass("ClientTimeout", "unknown", "No answer came in time."),
  connectionFailed: errorClass("ConnectionFailed", "not-applied", "No connection could be opened."),
  connectionLost: errorClass("ConnectionLost", "unknown", "The connection broke before the answer came."),
  connectionLostUnsent: errorClass(
    "ConnectionFailed",
    "not-applied",
    "The connection broke before the statement was sent.",
  ),
  driver: errorClass("DriverError", "permanent", "The driver failed."),
  invalidParameter: errorClass("InvalidParameter", "permanent", "The driver refused a parameter."),
  noHost: errorClass("NoHostAvailable", "not-applied", "No host of the cluster is up."),
} as const;

export const outcomeUnknown = "Cassandra.OutcomeUnknown";

function errorClass(name: string, outcome: ErrorClass["outcome"], meaning: string): ErrorClass {
  return { name: `Cassandra.${name}`, outcome, meaning };
}
