import type { BulkOperationResult, OperationInput } from "@azure/cosmos";
import { type ExecutedStatement, sizeOf } from "@treadle/workflow/data-source";
import type { BulkStatement } from "../contract/manifest.js";
import { assertFits } from "./assert-fits.js";
import { outcomeUnknown } from "./error-classes.js";
import { type Params, RequestParams } from "./request-params.js";
import { type OperationContext, toPartitionKey } from "./run-point-operation.js";
import { classifyError, fieldsOf, substatusOf } from "./to-bridge-error.js";

/**
 * Checks the parameters and gives what does the operations, each on its own. Their failures are part of the result, so
 * that a state machine sends again those that failed and no others.
 */
export function prepareBulk(
  { manifest, statement: name }: Pick<OperationContext, "manifest" | "statement">,
  statement: BulkStatement,
  params: Params,
): (context: OperationContext) => Promise<ExecutedStatement> {
  const { kind } = statement;
  const request = new RequestParams(name, params, [kind === "delete" ? "keys" : "items"]);
  const ids: string[] = [];
  const operations: OperationInput[] = [];
  if (kind === "delete") {
    for (const { id, partitionKey } of request.keys(manifest)) {
      ids.push(id);
      operations.push({ operationType: "Delete", id, partitionKey: toPartitionKey(partitionKey) });
    }
  } else {
    const operationType = kind === "create" ? "Create" : "Upsert";
    for (const { id, item, partitionKey } of request.items(manifest)) {
      ids.push(id);
      operations.push({ operationType, resourceBody: item as never, partitionKey: toPartitionKey(partitionKey) });
    }
  }
  return async ({ container, abortSignal }) => {
    if (operations.length === 0) return { result: { done: 0, failed: [] }, measures: { rows: 0 } };
    const results = await container.items.executeBulkOperations(operations, { abortSignal });
    const failed = results.flatMap((result, index) => failureOf(result, statement, index, ids[index]!) ?? []);
    assertNotRefusedAsAWhole(results, failed);
    const result = { done: results.length - failed.length, failed };
    assertFits(name, sizeOf(result), true);
    const requestUnits = results.reduce((sum, { response }) => sum + (response?.requestCharge ?? 0), 0);
    return { result, measures: { rows: result.done, requestUnits } };
  };
}

type Failure = { readonly index: number; readonly id: string; readonly error: string; readonly again: boolean };

/** What the SDK gives in place of an error, undefined where the operation was done. */
function faultOf({ response, error }: BulkOperationResult): object | undefined {
  if (error !== undefined) return error;
  const status = response?.statusCode;
  return status === undefined || status >= 400 ? { code: status, headers: response?.headers } : undefined;
}

function failureOf(
  bulkResult: BulkOperationResult,
  { kind, idempotent }: BulkStatement,
  index: number,
  id: string,
): Failure | undefined {
  const fault = faultOf(bulkResult);
  if (fault === undefined) return undefined;
  // An item that is not there counts as deleted.
  if (kind === "delete" && Number(fieldsOf(fault).code) === 404 && substatusOf(fault) === 0) return undefined;
  const errorClass = classifyError(fault, "bulk");
  const unknown = errorClass.outcome === "unknown" && !idempotent;
  return {
    index,
    id,
    error: unknown ? outcomeUnknown : errorClass.name,
    again: errorClass.outcome !== "permanent" && !unknown,
  };
}

/** Where nothing was done for one and the same passing reason, retriers see it as of any other operation. */
function assertNotRefusedAsAWhole(results: readonly BulkOperationResult[], failed: readonly Failure[]): void {
  const [first] = failed;
  if (first === undefined || failed.length < results.length) return;
  if (failed.every(({ again, error }) => again && error === first.error)) throw faultOf(results[0]!);
}
