import type { OperationInput, OperationResponse } from "@azure/cosmos";
import type { Json } from "@treadle/expressions";
import { type ExecutedStatement, sizeOf } from "@treadle/workflow/data-source";
import type { BatchOperation, BatchStatement } from "../contract/manifest.js";
import { assertFits } from "./assert-fits.js";
import type { JsonObject } from "./json-kind.js";
import { type Params, RequestParams } from "./request-params.js";
import {
  bindOperation,
  type OperationContext,
  toPartitionKey,
  withoutServerProperties,
} from "./run-point-operation.js";

/** Checks the parameters and gives what sends the operations in one request: all are done or none. */
export function prepareBatch(
  { manifest, statement: name }: Pick<OperationContext, "manifest" | "statement">,
  statement: BatchStatement,
  params: Params,
): (context: OperationContext) => Promise<ExecutedStatement> {
  const request = new RequestParams(name, params, [
    "partitionKey",
    ...statement.operations.map((operation) => ("item" in operation ? operation.item : operation.id)),
    ...Object.keys(statement.params),
  ]);
  const key = request.partitionKey(manifest);
  const bind = (operation: BatchOperation): OperationInput => {
    switch (operation.op) {
      case "create":
      case "upsert": {
        const { item, partitionKey } = request.item(manifest, operation.item);
        assertSamePartition(request, operation.item, key, partitionKey);
        return { operationType: operation.op === "create" ? "Create" : "Upsert", resourceBody: item as never };
      }
      case "replace": {
        const { item, id, partitionKey } = request.item(manifest, operation.item);
        assertSamePartition(request, operation.item, key, partitionKey);
        const ifMatch = typeof item._etag === "string" ? { ifMatch: item._etag } : {};
        return { operationType: "Replace", id, resourceBody: item as never, ...ifMatch };
      }
      case "read":
        return { operationType: "Read", id: request.id(operation.id) };
      case "delete":
        return { operationType: "Delete", id: request.id(operation.id) };
      case "patch": {
        const operations = operation.operations.map((step) => bindOperation(step, statement.params, request));
        const { condition } = operation;
        const resourceBody = { operations, ...(condition !== undefined && { condition }) };
        return { operationType: "Patch", id: request.id(operation.id), resourceBody: resourceBody as never };
      }
    }
  };
  const operations = statement.operations.map(bind);
  const sent = operations.map((operation) => ("resourceBody" in operation ? operation.resourceBody : null));
  // Answers give the items back; what is too large for a state is better not written at all.
  assertFits(name, sizeOf(sent as Json));
  return async ({ container, abortSignal }) => {
    const response = await container.items.batch(operations, toPartitionKey(key), { abortSignal });
    const answers = response.result ?? [];
    const refused = answers.findIndex(({ statusCode }) => statusCode >= 400 && statusCode !== 424);
    if (refused >= 0 || answers.length !== operations.length) throw new BatchRefusedError(answers, refused, response);
    const result = answers.map(({ resourceBody }, at) => {
      if (operations[at]!.operationType === "Delete" || resourceBody === undefined) return null;
      return withoutServerProperties(resourceBody as unknown as JsonObject);
    });
    assertFits(
      name,
      sizeOf(result),
      statement.operations.some(({ op }) => op !== "read"),
    );
    const requestUnits = Number(response.headers["x-ms-request-charge"]);
    return { result, measures: { rows: result.length, requestUnits } };
  };
}

/** The service would refuse the whole batch, and not say which item is in another partition. */
function assertSamePartition(
  request: RequestParams,
  item: string,
  key: readonly unknown[],
  itemKey: readonly unknown[],
): void {
  if (itemKey.every((value, at) => value === key[at])) return;
  throw request.refuse(item, `The item "${item}" is in another partition than the batch.`);
}

/** Names the first operation that failed by itself; the others were only given up because of it (424). */
class BatchRefusedError extends Error {
  readonly code: number;
  readonly operationIndex: number | undefined;
  readonly headers: { readonly [name: string]: string | number | boolean | undefined };

  constructor(
    answers: readonly OperationResponse[],
    refused: number,
    response: { readonly code?: number | undefined; readonly headers: object },
  ) {
    super("The batch was refused.");
    this.code = answers[refused]?.statusCode ?? response.code ?? 424;
    this.operationIndex = refused >= 0 ? refused : undefined;
    this.headers = response.headers as BatchRefusedError["headers"];
  }
}
