import { ErrorResponse, RestError, TimeoutError } from "@azure/cosmos";
import { describe, expect, it } from "vitest";
import { classifyError, toBridgeError } from "./to-bridge-error.js";

function response(code: number, substatus = 0, text = "text of the service"): ErrorResponse {
  return Object.assign(new ErrorResponse(text), { code, substatus });
}

describe("classifyError", () => {
  it.each<[number, number, string, string]>([
    [400, 0, "BadRequest", "permanent"],
    [400, 1001, "PartitionKeyMismatch", "permanent"],
    [400, 1004, "CrossPartitionNotServable", "permanent"],
    [401, 0, "Unauthorized", "not-applied"],
    [403, 5300, "Forbidden", "permanent"],
    [403, 1014, "PartitionKeyFull", "permanent"],
    [403, 3, "WriteForbidden", "not-applied"],
    [403, 1008, "WriteForbidden", "not-applied"],
    [404, 0, "NotFound", "permanent"],
    [404, 1002, "ReadSessionNotAvailable", "not-applied"],
    [404, 1003, "ContainerNotFound", "permanent"],
    [408, 0, "RequestTimeout", "unknown"],
    [409, 0, "Conflict", "permanent"],
    [410, 1002, "PartitionMoved", "not-applied"],
    [410, 1007, "PartitionMoved", "not-applied"],
    [412, 0, "PreconditionFailed", "permanent"],
    [413, 3402, "EntityTooLarge", "permanent"],
    [424, 0, "BatchAborted", "permanent"],
    [429, 3200, "TooManyRequests", "not-applied"],
    [449, 0, "RetryWith", "not-applied"],
    [500, 0, "InternalServerError", "unknown"],
    [503, 0, "ServiceUnavailable", "unknown"],
  ])("names status %i with substatus %i", (status, substatus, name, outcome) => {
    expect(classifyError(response(status, substatus), "replace")).toMatchObject({ name: `Cosmos.${name}`, outcome });
  });

  it.each<[string, unknown, string, string]>([
    ["a timeout of the SDK", new TimeoutError(), "ClientTimeout", "unknown"],
    ["an aborted request", Object.assign(new Error("x"), { name: "AbortError" }), "ClientTimeout", "unknown"],
    ["a refused connection", new RestError("x", { code: "ECONNREFUSED" }), "ConnectionFailed", "not-applied"],
    ["an unknown host", new RestError("x", { code: "ENOTFOUND" }), "ConnectionFailed", "not-applied"],
    [
      "a certificate",
      new RestError("x", { code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" }),
      "ConnectionFailed",
      "not-applied",
    ],
    ["a reset connection", new RestError("x", { code: "ECONNRESET" }), "ConnectionLost", "unknown"],
    ["any other network code", new RestError("x", { code: "EPIPE" }), "ConnectionLost", "unknown"],
    ["a missing index", response(400, 0, "no corresponding composite index"), "MissingCompositeIndex", "permanent"],
    ["a plain object", { code: 400, message: "Id contains illegal chars." }, "BadRequest", "permanent"],
    ["a plain object without a code", { message: "Document must have a valid id" }, "InvalidRequest", "permanent"],
    ["an identity that is refused", { name: "AuthenticationError", statusCode: 400 }, "Unauthorized", "not-applied"],
    [
      "what the SDK wraps of a batch",
      new Error("Batch request error: x", { cause: new RestError("x", { code: "ECONNRESET" }) }),
      "ConnectionLost",
      "unknown",
    ],
    ["a bare error", new Error("x"), "InvalidRequest", "permanent"],
    ["nothing", undefined, "InvalidRequest", "permanent"],
  ])("names %s", (_, thrown, name, outcome) => {
    expect(classifyError(thrown, "upsert")).toMatchObject({ name: `Cosmos.${name}`, outcome });
  });

  it.each(["create", "upsert", "query"] as const)("takes what %s does not find for the container", (operation) => {
    expect(classifyError(response(404), operation).name).toBe("Cosmos.ContainerNotFound");
  });
});

describe("toBridgeError", () => {
  const call = { statement: "create", operation: "create", idempotent: false, attempt: 1 } as const;

  it("tells ids, charge and waiting time in the cause, and not the text", () => {
    const thrown = Object.assign(response(429, 3200, "secret"), {
      activityId: "a-1",
      retryAfterInMs: 40,
    });
    const error = toBridgeError(thrown, call, { requests: 2, requestUnits: 1.2 + 0.3 });
    expect(error.name).toBe("Cosmos.TooManyRequests");
    expect(JSON.parse(error.message)).toEqual({
      message: "The container's request units are used up for now.",
      outcome: "not-applied",
      statement: "create",
      attempt: 1,
      driverCode: 429,
      substatus: 3200,
      activityId: "a-1",
      retryAfterMs: 40,
      requestUnits: 1.5,
    });
  });

  it("calls every unknown outcome of a write that is not idempotent by one name", () => {
    const error = toBridgeError(response(408), call);
    expect(error.name).toBe("Cosmos.OutcomeUnknown");
    expect(error.details).toMatchObject({ outcome: "unknown", reason: "Cosmos.RequestTimeout" });
    expect(toBridgeError(response(408), { ...call, idempotent: true }).name).toBe("Cosmos.RequestTimeout");
  });

  it("knows that nothing was applied where nothing was sent", () => {
    const nothing = { requests: 0, requestUnits: 0 };
    const refused = toBridgeError(response(503), call, nothing);
    expect(refused.name).toBe("Cosmos.ConnectionFailed");
    expect(refused.details).toMatchObject({ outcome: "not-applied", reason: "Cosmos.ServiceUnavailable" });
    const late = toBridgeError(new TimeoutError(), call, nothing);
    expect([late.name, late.details.outcome]).toEqual(["Cosmos.ClientTimeout", "not-applied"]);
  });
});
