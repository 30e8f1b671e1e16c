import type { Container, ItemResponse, PartitionKey } from "@azure/cosmos";
import type { Json } from "@treadle/expressions";
import { BridgeError, type ExecutedStatement, payloadLimitBytes, sizeOf } from "@treadle/workflow/data-source";
import type { CosmosManifest, PatchOperation, PatchStatement, PointStatement } from "../contract/manifest.js";
import { assertFits } from "./assert-fits.js";
import { findMismatch } from "./find-mismatch.js";
import { findOwnReplace } from "./find-own-replace.js";
import type { JsonObject } from "./json-kind.js";
import { type Params, type PartitionKeyValue, RequestParams } from "./request-params.js";
import { fieldsOf, isMissing, substatusOf } from "./to-bridge-error.js";

/** Where an operation runs, and by what name its errors call it. */
export interface OperationContext {
  readonly container: Container;
  readonly manifest: CosmosManifest;
  readonly statement: string;
  readonly abortSignal: AbortSignal;
  /** Retries of the state before this call. */
  readonly attempt: number;
}

type Response = ItemResponse<{ id: string }>;

/** Checks the parameters and gives what sends the request: nothing is sent before all of them are known to fit. */
export function preparePointOperation(
  { manifest, statement: name }: Pick<OperationContext, "manifest" | "statement">,
  statement: PointStatement | PatchStatement,
  params: Params,
): (context: OperationContext) => Promise<ExecutedStatement> {
  switch (statement.operation) {
    case "read": {
      const request = new RequestParams(name, params, ["id", "partitionKey"]);
      const id = request.id();
      const key = toPartitionKey(request.partitionKey(manifest));
      return async ({ container, abortSignal }) => {
        const response = await container.item(id, key).read<JsonObject>({ abortSignal });
        return readResult({ manifest, statement: name }, response as unknown as Response);
      };
    }
    case "create":
    case "upsert": {
      const { operation } = statement;
      const { item } = new RequestParams(name, params, ["item"]).item(manifest);
      assertItemFits(name, item);
      return async ({ container, abortSignal }) => {
        // Without the last option the SDK makes an id up where one is missing.
        const options = { abortSignal, disableAutomaticIdGeneration: true };
        return writeResult(name, (await container.items[operation](item, options)) as unknown as Response);
      };
    }
    case "replace": {
      const request = new RequestParams(name, params, ["item", "ifMatch"]);
      const { item, id, partitionKey } = request.item(manifest);
      const condition = accessCondition(request.ifMatchOf(item));
      assertItemFits(name, item);
      return async ({ container, abortSignal, attempt }) => {
        const target = container.item(id, toPartitionKey(partitionKey));
        try {
          const response = await target.replace(item as never, { abortSignal, ...condition });
          return writeResult(name, response as unknown as Response);
        } catch (error) {
          const own = attempt > 0 ? await findOwnReplace(error, target, item, abortSignal) : undefined;
          if (own === undefined) throw error;
          return writeResult(name, own);
        }
      };
    }
    case "delete": {
      const request = new RequestParams(name, params, ["id", "partitionKey", "ifMatch"]);
      const id = request.id();
      const key = toPartitionKey(request.partitionKey(manifest));
      const condition = accessCondition(request.ifMatch());
      return async ({ container, abortSignal }) => {
        try {
          const { requestCharge } = await container.item(id, key).delete({ abortSignal, ...condition });
          return { result: null, measures: { requestUnits: requestCharge } };
        } catch (error) {
          // An item that is not there counts as deleted: a repeated delete must succeed.
          if (isMissingItem(error)) return { result: null, measures: {} };
          throw error;
        }
      };
    }
    case "patch":
      return preparePatch({ manifest, statement: name }, statement, params);
  }
}

function preparePatch(
  { manifest, statement: name }: Pick<OperationContext, "manifest" | "statement">,
  statement: PatchStatement,
  params: Params,
): (context: OperationContext) => Promise<ExecutedStatement> {
  const allowed = ["id", "partitionKey", "ifMatch", ...Object.keys(statement.params)];
  const request = new RequestParams(name, params, allowed);
  const id = request.id();
  const key = toPartitionKey(request.partitionKey(manifest));
  const condition = accessCondition(request.ifMatch());
  const operations = statement.operations.map((operation) => bindOperation(operation, statement.params, request));
  const body = { operations, ...(statement.condition !== undefined && { condition: statement.condition }) };
  return async ({ container, abortSignal }) => {
    const response = await container.item(id, key).patch(body as never, { abortSignal, ...condition });
    return writeResult(name, response as unknown as Response);
  };
}

export function bindOperation(
  operation: PatchOperation,
  declared: PatchStatement["params"],
  request: RequestParams,
): JsonObject {
  if (!("value" in operation)) return { ...operation };
  const { value } = operation;
  const bound = "param" in value ? request.declared(value.param, declared[value.param]!) : value.value;
  return { op: operation.op, path: operation.path, value: bound };
}

function readResult(
  { manifest, statement }: Pick<OperationContext, "manifest" | "statement">,
  response: Response,
): ExecutedStatement {
  const measures = { rows: 0, requestUnits: response.requestCharge };
  if (isMissing(response)) return { result: null, measures };
  const item = withoutServerProperties(response.resource as unknown as JsonObject);
  const mismatch = manifest.itemShape && findMismatch(manifest.itemShape, item);
  if (mismatch !== undefined) {
    throw new BridgeError("Cosmos.ItemShapeMismatch", {
      message: "The stored item is not of the declared type.",
      outcome: "permanent",
      statement,
      ...mismatch,
    });
  }
  assertFits(statement, sizeOf(item));
  return { result: item, measures: { ...measures, rows: 1 } };
}

function writeResult(statement: string, response: Response): ExecutedStatement {
  const item = withoutServerProperties(response.resource as unknown as JsonObject);
  assertFits(statement, sizeOf(item), true);
  return { result: item, measures: { rows: 1, requestUnits: response.requestCharge } };
}

/** Checked before the write, since its answer gives the item back, with about 300 bytes of the service's own. */
function assertItemFits(statement: string, item: JsonObject): void {
  if (sizeOf(item) + 1024 > payloadLimitBytes) assertFits(statement, payloadLimitBytes + 1);
}

const serverProperties = new Set(["_rid", "_self", "_attachments", "_lsn", "_metadata"]);

export function withoutServerProperties(item: JsonObject): Json {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !serverProperties.has(name)));
}

function isMissingItem(error: unknown): boolean {
  const fields = fieldsOf(error);
  return Number(fields.code) === 404 && substatusOf(fields) === 0;
}

function accessCondition(etag: string | undefined): { accessCondition?: { type: string; condition: string } } {
  return etag === undefined ? {} : { accessCondition: { type: "IfMatch", condition: etag } };
}

export function toPartitionKey(values: readonly PartitionKeyValue[]): PartitionKey {
  return (values.length === 1 ? values[0] : values) as PartitionKey;
}
