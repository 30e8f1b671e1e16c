import type { BridgeErrorDetails } from "@treadle/workflow/data-source";

/** What an error means to a state machine: its name, and whether the operation may have been applied. */
export interface ErrorClass {
  readonly name: `Cosmos.${string}`;
  readonly outcome: BridgeErrorDetails["outcome"];
  /** One sentence for the cause. The service's own text may hold contents of items, so it is not passed on. */
  readonly meaning: string;
}

/** By `status/substatus`, else by `status`. */
export const classByStatus: ReadonlyMap<string, ErrorClass> = new Map([
  ["400", errorClass("BadRequest", "permanent", "The service refuses the request.")],
  ["400/1001", errorClass("PartitionKeyMismatch", "permanent", "Partition key and item do not agree.")],
  ["400/1004", errorClass("CrossPartitionNotServable", "permanent", "The query cannot be run over all partitions.")],
  ["401", errorClass("Unauthorized", "not-applied", "The service refuses the key or token.")],
  ["403", errorClass("Forbidden", "permanent", "The identity lacks a right that the operation needs.")],
  ["403/3", errorClass("WriteForbidden", "not-applied", "The region does not take writes now.")],
  ["403/1008", errorClass("WriteForbidden", "not-applied", "The account's region is being changed.")],
  ["403/1014", errorClass("PartitionKeyFull", "permanent", "The logical partition has reached its size.")],
  ["404", errorClass("NotFound", "permanent", "There is no such item.")],
  [
    "404/1002",
    errorClass("ReadSessionNotAvailable", "not-applied", "The replica has not seen the session's writes yet."),
  ],
  ["404/1003", errorClass("ContainerNotFound", "permanent", "There is no such database or container.")],
  ["408", errorClass("RequestTimeout", "unknown", "The service did not finish in time.")],
  ["409", errorClass("Conflict", "permanent", "An item with this id or unique key exists.")],
  ["410", errorClass("PartitionMoved", "not-applied", "The partition is being moved.")],
  ["412", errorClass("PreconditionFailed", "permanent", "The item has changed, or the condition does not hold.")],
  ["413", errorClass("EntityTooLarge", "permanent", "The item is larger than the service allows.")],
  ["424", errorClass("BatchAborted", "permanent", "Another operation of the batch failed.")],
  ["429", errorClass("TooManyRequests", "not-applied", "The container's request units are used up for now.")],
  ["449", errorClass("RetryWith", "not-applied", "The operation met another one on the same item.")],
  ["500", errorClass("InternalServerError", "unknown", "The service reported a fault of its own.")],
  ["503", errorClass("ServiceUnavailable", "unknown", "The service is not available now.")],
]);

/** A bad request that the service tells apart in its text only. */
export const missingCompositeIndex = errorClass(
  "MissingCompositeIndex",
  "permanent",
  "The query's ORDER BY needs a composite index that the container lacks.",
);

/** What is not an answer of the service. */
export const clientClasses = {
  timeout: errorClass("ClientTimeout", "unknown", "No answer came in time."),
  connectionFailed: errorClass("ConnectionFailed", "not-applied", "No connection could be opened."),
  connectionLost: errorClass("ConnectionLost", "unknown", "The connection broke before the answer came."),
  invalidRequest: errorClass("InvalidRequest", "permanent", "The SDK refuses the request."),
} as const;

export const outcomeUnknown = "Cosmos.OutcomeUnknown";

function errorClass(name: string, outcome: ErrorClass["outcome"], meaning: string): ErrorClass {
  return { name: `Cosmos.${name}`, outcome, meaning };
}
