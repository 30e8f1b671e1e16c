import type { TypeShape } from "@treadle/workflow/data-source";
import * as v from "valibot";
import { typeShapeSchema } from "./type-shape-schema.js";

/** `<source>.bridge.json` of a Cosmos DB source: all that its bridge may run on its one container. */
export interface CosmosManifest {
  readonly kind: "cosmos";
  readonly source: string;
  readonly database: string;
  readonly container: string;
  /** The container's partition key paths, outermost first: one to three. */
  readonly partitionKey: readonly string[];
  /** Weaker than the account's default or equal to it; the account's own where it is left out. */
  readonly consistency?: CosmosConsistency;
  /** Regions in the order in which they are tried: `["West Europe"]`. The account's own order where it is left out. */
  readonly preferredRegions?: readonly string[];
  /**
   * Reads see the execution's own writes, whichever function instance made them: every statement also takes `$session`
   * (the token of the last result, or null), and gives `{ value, session }`, where `value` is what it gives otherwise and
   * `session` the token to hand on, or null where the account has none.
   */
  readonly sessionTokens?: true;
  /** Where given, items are compared with it: those of requests before they are sent, those of reads before they are given. */
  readonly itemShape?: TypeShape;
  readonly statements: { readonly [name: string]: CosmosStatement };
}

export type CosmosConsistency = "Strong" | "BoundedStaleness" | "Session" | "ConsistentPrefix" | "Eventual";

export type CosmosStatement =
  | PointStatement
  | PatchStatement
  | QueryStatement
  | PagesStatement
  | BatchStatement
  | BulkStatement;

/**
 * `read`, `delete`: `{ id, partitionKey }` → the item or null; null. `create`, `upsert`: `{ item }` → the item as written.
 * `replace`: `{ item }` → the item as written, and the item's own `id` says which one. `partitionKey` is one value, or an
 * array with a value per path where the container has several. `replace` and `delete` also take `ifMatch`, an ETag; an item
 * that is replaced with the `_etag` it was read with is replaced only where it still has it, unless `ifMatch` is null.
 *
 * Items come with `_etag` (for `ifMatch`) and `_ts` (seconds since 1970); the other properties of the server are left out.
 */
export interface PointStatement {
  readonly operation: "read" | "create" | "upsert" | "replace" | "delete";
  readonly idempotent: boolean;
}

/**
 * `{ id, partitionKey, ifMatch?, params… }` → the item as written. The operations are compiled; a request gives only the
 * values that they name.
 */
export interface PatchStatement {
  readonly operation: "patch";
  readonly idempotent: boolean;
  /** One to ten, in order. */
  readonly operations: readonly PatchOperation[];
  /** `FROM c WHERE c.stock > 0`: checked by the server; a literal condition, without parameters. */
  readonly condition?: string;
  /** By name, as the operations use them; not `id`, `partitionKey` or `ifMatch`. */
  readonly params: { readonly [name: string]: QueryParam };
}

export type PatchOperation =
  | { readonly op: "add" | "set" | "replace"; readonly path: string; readonly value: ParamOrValue }
  | { readonly op: "incr"; readonly path: string; readonly value: ParamOrValue }
  | { readonly op: "remove"; readonly path: string }
  | { readonly op: "move"; readonly from: string; readonly path: string };

export interface QueryStatement {
  readonly operation: "query";
  readonly idempotent: true;
  /** Cosmos SQL with parameters, `@tenant`. */
  readonly text: string;
  /** By name without the `@`, as the workflow writes it. */
  readonly params: { readonly [name: string]: QueryParam };
  /**
   * The one partition that the query reads: a value per path of the container's key, or of its first paths. Left out
   * where the query goes to all partitions.
   */
  readonly partitionKey?: readonly ParamOrValue[];
  /** True exactly where `partitionKey` is left out. */
  readonly crossPartition: boolean;
  /** `rows`: all results in an array. `one`: the first or null. */
  readonly result: "rows" | "one";
}

/**
 * `{ params…, continuation? }` → `{ rows, next }`: one page of a query. `next` is null after the last page; else it is
 * given back as `continuation`, and is good for this statement with the same parameters only.
 */
export interface PagesStatement {
  readonly operation: "pages";
  readonly idempotent: true;
  readonly text: string;
  /** As for a query; not `continuation`. */
  readonly params: { readonly [name: string]: QueryParam };
  readonly partitionKey?: readonly ParamOrValue[];
  readonly crossPartition: boolean;
  /** Most rows of a page: 1 to 1,000. A page has fewer where they would be too large for a state. */
  readonly pageSize: number;
}

/**
 * `{ partitionKey, items…, ids…, params… }` → an array with what each operation gives: the item, or null for a delete. All
 * operations are done or none.
 */
export interface BatchStatement {
  readonly operation: "batch";
  readonly idempotent: boolean;
  /** One to a hundred, in order. */
  readonly operations: readonly BatchOperation[];
  /** The values that patches name; not `partitionKey`, nor what an operation takes as its item or id. */
  readonly params: { readonly [name: string]: QueryParam };
}

/** `item` and `id` name the request's parameters. */
export type BatchOperation =
  | { readonly op: "create" | "upsert" | "replace"; readonly item: string }
  | { readonly op: "read" | "delete"; readonly id: string }
  | {
      readonly op: "patch";
      readonly id: string;
      readonly operations: readonly PatchOperation[];
      readonly condition?: string;
    };

/**
 * `create`, `upsert`: `{ items }`; `delete`: `{ keys: { id, partitionKey }[] }` → `{ done, failed }`: how many operations
 * were done, and for each other one its `index`, `id`, the `error`'s name and whether it may be sent `again`. Each item on
 * its own, whatever its partition.
 */
export interface BulkStatement {
  readonly operation: "bulk";
  readonly idempotent: boolean;
  readonly kind: "create" | "upsert" | "delete";
}

export type ParamOrValue = { readonly param: string } | { readonly value: string | number | boolean | null };

export interface QueryParam {
  /** The kinds of JSON value that are accepted; every kind where it is left out. */
  readonly types?: readonly JsonKind[];
}

export type JsonKind = "string" | "number" | "boolean" | "null" | "array" | "object";

export type ParsedManifest =
  | { readonly ok: true; readonly manifest: CosmosManifest }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Checks a manifest's shape; reports everything that is wrong, each with its path. */
export function parseManifest(value: unknown): ParsedManifest {
  const parsed = v.safeParse(manifestSchema, value);
  if (parsed.success) return { ok: true, manifest: parsed.output };
  return {
    ok: false,
    problems: parsed.issues.map((issue) => `${v.getDotPath(issue) ?? "manifest"}: ${issue.message}`),
  };
}

const paramOrValue = v.union([
  v.strictObject({ param: v.string() }),
  v.strictObject({ value: v.union([v.string(), v.number(), v.boolean(), v.null()]) }),
]);

const paramsSchema = v.record(
  v.string(),
  v.strictObject({
    types: v.exactOptional(v.array(v.picklist(["string", "number", "boolean", "null", "array", "object"]))),
  }),
);

const pointSchema = v.strictObject({
  operation: v.picklist(["read", "create", "upsert", "replace", "delete"]),
  idempotent: v.boolean(),
});

const path = v.pipe(v.string(), v.startsWith("/"));

const patchOperations = v.pipe(
  v.array(
    v.variant("op", [
      v.strictObject({ op: v.picklist(["add", "set", "replace", "incr"]), path, value: paramOrValue }),
      v.strictObject({ op: v.literal("remove"), path }),
      v.strictObject({ op: v.literal("move"), from: path, path }),
    ]),
  ),
  v.minLength(1),
  v.maxLength(10),
);

const patchSchema = v.pipe(
  v.strictObject({
    operation: v.literal("patch"),
    idempotent: v.boolean(),
    operations: patchOperations,
    condition: v.exactOptional(v.string()),
    params: paramsSchema,
  }),
  v.check(
    ({ operations, params }) => areDeclared(operations, params),
    "An operation uses a parameter that params does not hold.",
  ),
  v.check(
    (patch) => !["id", "partitionKey", "ifMatch"].some((name) => Object.hasOwn(patch.params, name)),
    "A parameter cannot be called id, partitionKey or ifMatch.",
  ),
);

const queryEntries = {
  idempotent: v.literal(true),
  text: v.pipe(v.string(), v.nonEmpty()),
  params: paramsSchema,
  partitionKey: v.exactOptional(v.pipe(v.array(paramOrValue), v.minLength(1), v.maxLength(3))),
  crossPartition: v.boolean(),
};

const oneReach = "A query has either a partitionKey or crossPartition.";
const undeclaredKey = "The partitionKey uses a parameter that params does not hold.";

const querySchema = v.pipe(
  v.strictObject({ operation: v.literal("query"), ...queryEntries, result: v.picklist(["rows", "one"]) }),
  v.check((query) => hasOneReach(query), oneReach),
  v.check((query) => declaresItsKey(query), undeclaredKey),
);

const pagesSchema = v.pipe(
  v.strictObject({
    operation: v.literal("pages"),
    ...queryEntries,
    pageSize: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  }),
  v.check((query) => hasOneReach(query), oneReach),
  v.check((query) => declaresItsKey(query), undeclaredKey),
  v.check((pages) => !Object.hasOwn(pages.params, "continuation"), "A parameter cannot be called continuation."),
);

const name = v.pipe(v.string(), v.nonEmpty());

const batchSchema = v.pipe(
  v.strictObject({
    operation: v.literal("batch"),
    idempotent: v.boolean(),
    operations: v.pipe(
      v.array(
        v.variant("op", [
          v.strictObject({ op: v.picklist(["create", "upsert", "replace"]), item: name }),
          v.strictObject({ op: v.picklist(["read", "delete"]), id: name }),
          v.strictObject({
            op: v.literal("patch"),
            id: name,
            operations: patchOperations,
            condition: v.exactOptional(v.string()),
          }),
        ]),
      ),
      v.minLength(1),
      v.maxLength(100),
    ),
    params: paramsSchema,
  }),
  v.check(
    ({ operations, params }) =>
      operations.every((operation) => operation.op !== "patch" || areDeclared(operation.operations, params)),
    "An operation uses a parameter that params does not hold.",
  ),
);

const bulkSchema = v.strictObject({
  operation: v.literal("bulk"),
  idempotent: v.boolean(),
  kind: v.picklist(["create", "upsert", "delete"]),
});

const manifestSchema = v.strictObject({
  kind: v.literal("cosmos"),
  source: v.pipe(v.string(), v.nonEmpty()),
  database: v.pipe(v.string(), v.nonEmpty()),
  container: v.pipe(v.string(), v.nonEmpty()),
  partitionKey: v.pipe(v.array(path), v.minLength(1), v.maxLength(3)),
  consistency: v.exactOptional(v.picklist(["Strong", "BoundedStaleness", "Session", "ConsistentPrefix", "Eventual"])),
  preferredRegions: v.exactOptional(v.array(v.pipe(v.string(), v.nonEmpty()))),
  sessionTokens: v.exactOptional(v.literal(true)),
  itemShape: v.exactOptional(typeShapeSchema),
  statements: v.record(
    v.string(),
    v.variant("operation", [pointSchema, patchSchema, querySchema, pagesSchema, batchSchema, bulkSchema]),
  ),
});

function isDeclared(value: ParamOrValue, params: { readonly [name: string]: QueryParam }): boolean {
  return !("param" in value) || Object.hasOwn(params, value.param);
}

function areDeclared(operations: readonly PatchOperation[], params: { readonly [name: string]: QueryParam }): boolean {
  return operations.every((operation) => !("value" in operation) || isDeclared(operation.value, params));
}

type Reach = Pick<QueryStatement, "crossPartition" | "params"> & {
  readonly partitionKey?: readonly ParamOrValue[] | undefined;
};

function hasOneReach({ crossPartition, partitionKey }: Reach): boolean {
  return crossPartition === (partitionKey === undefined);
}

function declaresItsKey({ partitionKey = [], params }: Reach): boolean {
  return partitionKey.every((part) => isDeclared(part, params));
}
