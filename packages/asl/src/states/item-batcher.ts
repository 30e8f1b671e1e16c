import type { PayloadTemplate } from "./common.js";

/** Groups items for the child executions of a distributed Map; needs at least one of the two limits. */
export interface ItemBatcher {
  /** Positive; a JSONata expression is allowed. */
  readonly MaxItemsPerBatch?: number | string;
  /** JSONPath only. */
  readonly MaxItemsPerBatchPath?: string;
  /** Bytes, 1 to 262,144; a JSONata expression is allowed. */
  readonly MaxInputBytesPerBatch?: number | string;
  /** JSONPath only. */
  readonly MaxInputBytesPerBatchPath?: string;
  /** Goes to every child beside its `Items`. */
  readonly BatchInput?: PayloadTemplate;
}

export const itemBatcherFieldOrder = [
  "BatchInput",
  "MaxItemsPerBatch",
  "MaxItemsPerBatchPath",
  "MaxInputBytesPerBatch",
  "MaxInputBytesPerBatchPath",
] as const;
