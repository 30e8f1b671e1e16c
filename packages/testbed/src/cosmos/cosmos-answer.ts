import type { AnswerFault } from "../proxy/fault.js";

/** Statuses that an application meets in production; most of them no local server gives by itself. */
export type CosmosFaultStatus = 400 | 401 | 403 | 404 | 408 | 409 | 410 | 412 | 413 | 424 | 429 | 449 | 500 | 503;

export interface CosmosAnswerOptions {
  /** For 429: how long the client should wait. Default 10. */
  readonly retryAfterMs?: number;
  /** `x-ms-substatus`, which tells causes of one status apart. Default: the usual one, where there is one. */
  readonly subStatus?: number;
  /** In place of the service's usual text. */
  readonly message?: string;
}

const codes: Record<
  CosmosFaultStatus,
  { readonly code: string; readonly message: string; readonly subStatus?: number }
> = {
  400: { code: "BadRequest", message: "One of the input values is invalid." },
  401: { code: "Unauthorized", message: "The input authorization token can't serve the request." },
  403: { code: "Forbidden", message: "The request is not permitted for this identity.", subStatus: 5302 },
  404: { code: "NotFound", message: "Entity with the specified id does not exist in the system." },
  408: { code: "RequestTimeout", message: "The request timed out." },
  409: { code: "Conflict", message: "Entity with the specified id already exists in the system." },
  410: { code: "Gone", message: "The requested resource is no longer available at the server.", subStatus: 1002 },
  412: { code: "PreconditionFailed", message: "One of the specified pre-condition is not met." },
  413: { code: "RequestEntityTooLarge", message: "Request size is too large." },
  424: { code: "FailedDependency", message: "The operation failed because of another one." },
  429: { code: "TooManyRequests", message: "The request rate is large.", subStatus: 3200 },
  449: { code: "RetryWith", message: "Conflicting request to the resource has been attempted. Retry." },
  500: { code: "InternalServerError", message: "Unknown server error." },
  503: { code: "ServiceUnavailable", message: "The service is currently unavailable." },
};

/** The service's answer of that status, to be injected as a fault. */
export function cosmosAnswer(status: CosmosFaultStatus, options: CosmosAnswerOptions = {}): AnswerFault {
  const { code, message, subStatus = 0 } = codes[status];
  const text = options.message ?? message;
  return {
    kind: "answer",
    status,
    headers: {
      "content-type": "application/json",
      "x-ms-activity-id": "00000000-0000-0000-0000-000000000000",
      "x-ms-request-charge": "0",
      "x-ms-substatus": String(options.subStatus ?? subStatus),
      ...(status === 429 && { "x-ms-retry-after-ms": String(options.retryAfterMs ?? 10) }),
    },
    body: JSON.stringify({ code, message: text }),
  };
}
