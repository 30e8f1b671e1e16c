import type { InvocationError } from "@treadle/workflow/data-source";

/*
 * The names by which errors leave the bridge. Retriers and catchers match names only, so the name says what may be done:
 * see retry.ts.
 */

/** Certainly not applied; repeating is safe for every statement. */
export type NotAppliedError =
  | "Cassandra.Unavailable"
  | "Cassandra.Bootstrapping"
  | "Cassandra.NoHostAvailable"
  | "Cassandra.ConnectionFailed"
  | "Cassandra.Busy"
  | "Cassandra.AuthenticationFailed"
  | "Cassandra.SecretUnavailable";

/** May or may not have been applied; for statements that are not idempotent `Cassandra.OutcomeUnknown` stands for all. */
export type UnknownOutcomeError =
  | "Cassandra.Overloaded"
  | "Cassandra.ClientTimeout"
  | "Cassandra.ConnectionLost"
  | "Cassandra.ServerError";

/** Repeating does not help. */
export type PermanentError =
  | "Cassandra.InvalidQuery"
  | "Cassandra.Guardrail"
  | "Cassandra.SchemaDrift"
  | "Cassandra.Unauthorized"
  | "Cassandra.FunctionFailure"
  | "Cassandra.InvalidParameter"
  | "Cassandra.PayloadTooLarge"
  | "Cassandra.ProtocolError"
  | "Cassandra.DriverError";

type CommonError = NotAppliedError | PermanentError | InvocationError;

export type SelectError =
  | CommonError
  | UnknownOutcomeError
  | "Cassandra.ReadTimeout"
  | "Cassandra.ReadFailure"
  | "Cassandra.UnreadableValue";

/** There is no row, or more than one. Repeating gives what it gave. */
export type ExactlyOneError = SelectError | "Cassandra.NotExactlyOne";

export type IdempotentWriteError =
  | CommonError
  | UnknownOutcomeError
  | "Cassandra.WriteTimeout"
  | "Cassandra.WriteFailure"
  | "Cassandra.BatchLogTimeout"
  | "Cassandra.BatchTooLarge";

/**
 * A lost answer leaves open whether the write was applied: `Cassandra.OutcomeUnknown` is never repeated and must be caught.
 * The names that say it of idempotent statements come here only for faults before the statement was sent.
 */
export type WriteError = CommonError | UnknownOutcomeError | "Cassandra.OutcomeUnknown" | "Cassandra.BatchTooLarge";

export type ConditionalWriteError = WriteError | "Cassandra.UnreadableValue";
