import type { RetrierDefinition } from "@treadle/workflow";

/** What decides how a statement may be repeated. */
export interface StatementClass {
  readonly idempotent: boolean;
  readonly reads: boolean;
}

/**
 * The default retriers: errors that say "not applied" for every statement, errors that leave it open for idempotent ones
 * only. Delays are drawn between zero and the computed one, so that many executions do not come back at once.
 */
export function defaultRetriers({ idempotent, reads }: StatementClass): readonly RetrierDefinition[] {
  const maybe = (...names: readonly string[]): readonly string[] => (idempotent ? names : []);
  const read = (...names: readonly string[]): readonly string[] => (reads ? names : []);
  const write = (...names: readonly string[]): readonly string[] => (reads ? [] : maybe(...names));
  return [
    retryFast([
      ...read("Cassandra.ReadTimeout"),
      ...write("Cassandra.WriteTimeout", "Cassandra.BatchLogTimeout"),
      ...maybe("Cassandra.ClientTimeout", "Cassandra.ConnectionLost"),
      "Lambda.TooManyRequestsException",
      ...maybe("Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException"),
    ]),
    retryLoad([
      "Cassandra.Unavailable",
      "Cassandra.Bootstrapping",
      "Cassandra.NoHostAvailable",
      "Cassandra.ConnectionFailed",
      "Cassandra.Busy",
      ...maybe("Cassandra.Overloaded"),
    ]),
    retryOnce([
      ...read("Cassandra.ReadFailure"),
      ...write("Cassandra.WriteFailure"),
      ...maybe("Cassandra.ServerError"),
      "Cassandra.AuthenticationFailed",
      "Cassandra.SecretUnavailable",
    ]),
  ];
}

/** A moment's fault: 1, 2, 4 and 8 seconds at most. */
function retryFast(errorEquals: readonly string[]): RetrierDefinition {
  return retrier(errorEquals, { intervalSeconds: 1, maxAttempts: 4, backoffRate: 2, maxDelaySeconds: 10 });
}

/** Too few nodes, or too much to do: up to a minute between tries. */
function retryLoad(errorEquals: readonly string[]): RetrierDefinition {
  return retrier(errorEquals, { intervalSeconds: 2, maxAttempts: 6, backoffRate: 2, maxDelaySeconds: 60 });
}

/** Most likely there again the second time. */
function retryOnce(errorEquals: readonly string[]): RetrierDefinition {
  return retrier(errorEquals, { intervalSeconds: 1, maxAttempts: 1 });
}

function retrier(
  errorEquals: readonly string[],
  delays: Omit<RetrierDefinition, "errorEquals" | "jitterStrategy">,
): RetrierDefinition {
  return Object.freeze({ errorEquals, ...delays, jitterStrategy: "FULL" });
}
