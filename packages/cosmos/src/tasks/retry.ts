import type { RetrierDefinition } from "@treadle/workflow";

/** What decides how an operation may be repeated. */
export interface OperationClass {
  readonly idempotent: boolean;
  readonly reads: boolean;
}

/**
 * The default retriers: errors that say "not applied" for every operation, errors that leave it open for idempotent ones
 * only. Delays are drawn between zero and the computed one, so that many executions do not come back at once.
 */
export function defaultRetriers({ idempotent, reads }: OperationClass): readonly RetrierDefinition[] {
  const maybe = (...names: readonly string[]): readonly string[] => (idempotent ? names : []);
  return [
    retrier(["Cosmos.TooManyRequests"], 1, 8, 30),
    retrier(
      [
        "Cosmos.PartitionMoved",
        "Cosmos.RetryWith",
        "Cosmos.ClientTimeout",
        ...(reads ? ["Cosmos.ReadSessionNotAvailable"] : []),
        ...maybe("Cosmos.RequestTimeout", "Cosmos.ConnectionLost"),
        "Lambda.TooManyRequestsException",
        ...maybe("Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException"),
      ],
      1,
      4,
      10,
    ),
    retrier(
      ["Cosmos.ConnectionFailed", ...(reads ? [] : ["Cosmos.WriteForbidden"]), ...maybe("Cosmos.ServiceUnavailable")],
      2,
      6,
      60,
    ),
    retrier(["Cosmos.Unauthorized", "Cosmos.SecretUnavailable", ...maybe("Cosmos.InternalServerError")], 1, 1),
  ];
}

/** A failed health check has its own name, whose cause is seldom gone a moment later; only the invocation is repeated. */
export const preflightRetriers: readonly RetrierDefinition[] = [
  retrier(
    [
      "Lambda.TooManyRequestsException",
      "Lambda.ServiceException",
      "Lambda.AWSLambdaException",
      "Lambda.SdkClientException",
    ],
    1,
    4,
    10,
  ),
];

function retrier(
  errorEquals: readonly string[],
  intervalSeconds: number,
  maxAttempts: number,
  maxDelaySeconds?: number,
): RetrierDefinition {
  return Object.freeze({
    errorEquals,
    intervalSeconds,
    maxAttempts,
    backoffRate: 2,
    ...(maxDelaySeconds !== undefined && { maxDelaySeconds }),
    jitterStrategy: "FULL",
  });
}
