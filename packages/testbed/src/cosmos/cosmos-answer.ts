import type { AnswerFault } from "../proxy/fault.js";

/** Statuses that an application meets in production and that no local server gives by itself. */
export type CosmosFaultStatus = 401 | 403 | 408 | 410 | 429 | 449 | 500 | 503;

export interface CosmosAnswerOptions {
  /** For 429: how long the client should wait. Default 10. */
  readonly retryAfterMs?: number;
  /** `x-ms-substatus`, which tells causes of one status apart. Default: the usual one, where there is one. */
  readonly subStatus?: number;
}

const codes: Record<
  CosmosFaultStatus,
  { readonly code: string; readonly message: string; readonly subStatus?: number }
> = {
  401: { code: "Unauthorized", message: "The input authorization token can't serve the request." },
  403: { code: "Forbidden", message: "The request is not permitted for this identity.", subStatus: 5302 },
  408: { code: "RequestTimeout", message: "The request timed out." },
  410: { code: "Gone", message: "The requested resource is no longer available at the server.", subStatus: 1002 },
  429: { code: "TooManyRequests", message: "The request rate is large.", subStatus: 3200 },
  449: { code: "RetryWith", message: "Conflicting request to the resource has been attempted. Retry." },
  500: { code: "InternalServerError", message: "Unknown server error." },
  503: { code: "ServiceUnavailable", message: "The service is currently unavailable." },
};

/** The service's answer of that status, to be injected as a fault. */
export function cosmosAnswer(status: CosmosFaultStatus, options: CosmosAnswerOptions = {}): AnswerFault {
  const { code, message, subStatus = 0 } = codes[status];
  return {
    kind: "answer",
    status,
    headers: {
      "content-type": "application/json",
      "x-ms-request-charge": "0",
      "x-ms-substatus": String(options.subStatus ?? subStatus),
      ...(status === 429 && { "x-ms-retry-after-ms": String(options.retryAfterMs ?? 10) }),
    },
    body: JSON.stringify({ code, message }),
  };
}
