import type { ItemBatcher } from "../definition.js";
import { readEffectiveInput, usesJsonata } from "../fields.js";
import type { Json } from "../json.js";
import { evaluateTemplate } from "../jsonata/evaluate-template.js";
import { fillTemplate } from "../jsonpath/payload-template.js";
import { createExpressionScope, createTemplateScope } from "../scopes.js";
import type { Strand, Visit } from "../strand.js";
import { readNumber } from "./map-numbers.js";

/** How large a batch may be; 0 and undefined are no limit. */
export interface BatchLimits {
  readonly items: number | undefined;
  /** Of the items' texts. */
  readonly bytes: number | undefined;
}

/** Step Functions looks at the limits before the Map Run starts. */
export async function readBatchLimits(batcher: ItemBatcher, visit: Visit, strand: Strand): Promise<BatchLimits> {
  const read = (field: "MaxItemsPerBatch" | "MaxInputBytesPerBatch"): Promise<number | undefined> =>
    readNumber(field, batcher[field], batcher[`${field}Path`], "integer", visit, strand);
  return { items: await read("MaxItemsPerBatch"), bytes: await read("MaxInputBytesPerBatch") };
}

/** What one child runs on. */
export interface ChildInput {
  readonly input: Json;
  /** How many items it holds: those of a batch, else one. */
  readonly itemCount: number;
}

/** Puts items into batches by number and size; each batch is one child's input. */
export async function batchItems(
  items: readonly Json[],
  batcher: ItemBatcher,
  limits: BatchLimits,
  visit: Visit,
  strand: Strand,
): Promise<ChildInput[]> {
  const shared = await readBatchInput(batcher, visit, strand);
  const mostItems = limits.items || Number.POSITIVE_INFINITY;
  const mostBytes = limits.bytes || Number.POSITIVE_INFINITY;
  return splitItems(items, mostItems, mostBytes).map((batch) => ({
    input: shared === undefined ? { Items: batch } : { BatchInput: shared, Items: batch },
    itemCount: batch.length,
  }));
}

async function readBatchInput({ BatchInput }: ItemBatcher, visit: Visit, strand: Strand): Promise<Json | undefined> {
  if (BatchInput === undefined) return undefined;
  return usesJsonata(visit, strand)
    ? evaluateTemplate(BatchInput, "ItemBatcher/BatchInput", createExpressionScope(visit, strand))
    : fillTemplate(BatchInput, createTemplateScope(readEffectiveInput(visit, strand), visit, strand));
}

function splitItems(items: readonly Json[], mostItems: number, mostBytes: number): Json[][] {
  const batches: Json[][] = [];
  let batch: Json[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item)) + 1;
    if (batch.length > 0 && (batch.length >= mostItems || bytes + size > mostBytes)) {
      batches.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(item);
    bytes += size;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
