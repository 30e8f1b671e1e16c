/**
 * One entry of `Retry`. Numbers are constants, in JSONata too.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export interface Retrier {
  readonly Comment?: string;
  /** `States.ALL` stands alone, in the last retrier. */
  readonly ErrorEquals: readonly string[];
  /** Seconds before the first retry, 1 to 99,999,999; default 1. */
  readonly IntervalSeconds?: number;
  /** 0 to 99,999,999; default 3. */
  readonly MaxAttempts?: number;
  /** Factor from one delay to the next, 1.0 or more; default 2.0. */
  readonly BackoffRate?: number;
  /** Seconds, 1 to 31,622,400 (366 days); default none. */
  readonly MaxDelaySeconds?: number;
  /** `FULL` draws each delay between 0 and the computed one; default `NONE`. */
  readonly JitterStrategy?: "FULL" | "NONE";
}

export const retrierFieldOrder = [
  "Comment",
  "ErrorEquals",
  "IntervalSeconds",
  "MaxAttempts",
  "BackoffRate",
  "MaxDelaySeconds",
  "JitterStrategy",
] as const;
