import * as v from "valibot";

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
  readonly statements: { readonly [name: string]: CosmosStatement };
}

export type CosmosConsistency = "Strong" | "BoundedStaleness" | "Session" | "ConsistentPrefix" | "Eventual";

export type CosmosStatement = PointStatement | PatchStatement | QueryStatement;

/**
 * `read`, `delete`: `{ id, partitionKey }` → the item or null; null. `create`, `upsert`: `{ item }` → the item as written.
 * `replace`: `{ item }` → the item as written, and the item's own `id` says which one. `partitionKey` is one value, or an
 * array with a value per path where the container has several. `replace` and `delete` also take `ifMatch`, an ETag.
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

const patchSchema = v.pipe(
  v.strictObject({
    operation: v.literal("patch"),
    idempotent: v.boolean(),
    operations: v.pipe(
      v.array(
        v.variant("op", [
          v.strictObject({ op: v.picklist(["add", "set", "replace", "incr"]), path, value: paramOrValue }),
          v.strictObject({ op: v.literal("remove"), path }),
          v.strictObject({ op: v.literal("move"), from: path, path }),
        ]),
      ),
      v.minLength(1),
      v.maxLength(10),
    ),
    condition: v.exactOptional(v.string()),
    params: paramsSchema,
  }),
  v.check(
    (patch) =>
      patch.operations.every((operation) => !("value" in operation) || isDeclared(operation.value, patch.params)),
    "An operation uses a parameter that params does not hold.",
  ),
  v.check(
    (patch) => !["id", "partitionKey", "ifMatch"].some((name) => Object.hasOwn(patch.params, name)),
    "A parameter cannot be called id, partitionKey or ifMatch.",
  ),
);

const querySchema = v.pipe(
  v.strictObject({
    operation: v.literal("query"),
    idempotent: v.literal(true),
    text: v.pipe(v.string(), v.nonEmpty()),
    params: paramsSchema,
    partitionKey: v.exactOptional(v.pipe(v.array(paramOrValue), v.minLength(1), v.maxLength(3))),
    crossPartition: v.boolean(),
    result: v.picklist(["rows", "one"]),
  }),
  v.check(
    (query) => query.crossPartition === (query.partitionKey === undefined),
    "A query has either a partitionKey or crossPartition.",
  ),
  v.check(
    (query) => (query.partitionKey ?? []).every((part) => isDeclared(part, query.params)),
    "The partitionKey uses a parameter that params does not hold.",
  ),
);

const manifestSchema = v.strictObject({
  kind: v.literal("cosmos"),
  source: v.pipe(v.string(), v.nonEmpty()),
  database: v.pipe(v.string(), v.nonEmpty()),
  container: v.pipe(v.string(), v.nonEmpty()),
  partitionKey: v.pipe(v.array(path), v.minLength(1), v.maxLength(3)),
  consistency: v.exactOptional(v.picklist(["Strong", "BoundedStaleness", "Session", "ConsistentPrefix", "Eventual"])),
  statements: v.record(v.string(), v.variant("operation", [pointSchema, patchSchema, querySchema])),
});

function isDeclared(value: ParamOrValue, params: { readonly [name: string]: QueryParam }): boolean {
  return !("param" in value) || Object.hasOwn(params, value.param);
}
