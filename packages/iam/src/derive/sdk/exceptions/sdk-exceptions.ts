import type { TaskCall } from "../../task-call.js";

/**
 * API operations that are authorised by other actions than the one of their name, or by more than one: by IAM prefix and
 * operation in lower case.
 */
export interface SdkExceptions {
  readonly [operation: string]: (call: TaskCall) => void;
}
