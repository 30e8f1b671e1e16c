import type { InvocationError } from "@treadle/workflow/data-source";

/*
 * The names by which errors leave the bridge. Retriers and catchers match names only, so the name says what may be done:
 * see the classes in retry.ts.
 */

/**
 * Certainly not applied; repeating is safe for every operation. `Cosmos.ClientTimeout` is among them: after a request was
 * sent it is only used for idempotent operations.
 */
export type NotAppliedError =
  | "Cosmos.Unauthorized"
  | "Cosmos.SecretUnavailable"
  | "Cosmos.ClientTimeout"
  | "Cosmos.PartitionMoved"
  | "Cosmos.TooManyRequests"
  | "Cosmos.RetryWith"
  | "Cosmos.ConnectionFailed";

/** May or may not have been applied; for operations that are not idempotent `Cosmos.OutcomeUnknown` stands for all. */
export type UnknownOutcomeError =
  | "Cosmos.RequestTimeout"
  | "Cosmos.InternalServerError"
  | "Cosmos.ServiceUnavailable"
  | "Cosmos.ConnectionLost";

/** Repeating does not help. */
export type PermanentError =
  | "Cosmos.BadRequest"
  | "Cosmos.Forbidden"
  | "Cosmos.ContainerNotFound"
  | "Cosmos.InvalidParameter"
  | "Cosmos.InvalidRequest"
  | "Cosmos.ItemShapeMismatch"
  | "Cosmos.PayloadTooLarge";

type CommonError = NotAppliedError | PermanentError | InvocationError;
type WriteError =
  | CommonError
  | "Cosmos.WriteForbidden"
  | "Cosmos.PartitionKeyMismatch"
  | "Cosmos.PartitionKeyFull"
  | "Cosmos.EntityTooLarge"
  | "Cosmos.Conflict";

export type ReadError = CommonError | UnknownOutcomeError | "Cosmos.ReadSessionNotAvailable";
export type QueryError = ReadError | "Cosmos.CrossPartitionNotServable" | "Cosmos.MissingCompositeIndex";
export type CreateError = WriteError | "Cosmos.OutcomeUnknown";
export type UpsertError = WriteError | UnknownOutcomeError;
export type ReplaceError = WriteError | UnknownOutcomeError | "Cosmos.NotFound" | "Cosmos.PreconditionFailed";
export type DeleteError =
  | CommonError
  | UnknownOutcomeError
  | "Cosmos.WriteForbidden"
  | "Cosmos.PartitionKeyMismatch"
  | "Cosmos.PreconditionFailed";
/** Which of the unknown outcomes can occur follows from the operations. */
export type PatchError = ReplaceError | "Cosmos.OutcomeUnknown";
/** The error of the operation that was refused first; the cause has its position as `operationIndex`. */
export type BatchError = PatchError | "Cosmos.BatchAborted";
/** What ends a bulk operation before or instead of its single operations. */
export type BulkError = UpsertError | "Cosmos.OutcomeUnknown";
