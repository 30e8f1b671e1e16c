import type { CallSite, Task } from "@treadle/workflow";
import type { DataSource } from "@treadle/workflow/data-source";
import type { BatchParams, BatchResults, BatchStep, CheckedBatch } from "./batch-step.js";
import type { CheckedText, QueryParams, QueryRow } from "./checked-text.js";
import type { ContainerOptions } from "./container-options.js";
import { createContainerSource } from "./container-source.js";
import type { BulkKind, PagesOptions, QueryOptions } from "./declaration.js";
import type {
  BatchError,
  BulkError,
  CreateError,
  DeleteError,
  PatchError,
  QueryError,
  ReadError,
  ReplaceError,
  UpsertError,
} from "./error-names.js";
import type { CheckedPaths, PartitionKeyOf } from "./item-path.js";
import type { CheckedSteps, PatchOptions, PatchParams, PatchStep } from "./patch-operation.js";

/** An item as the service gives it: with its ETag and the second it was last written (since 1970). */
export type Stored<Item> = Item & { readonly _etag: string; readonly _ts: number };

/** Which item: its id (at most 1,023 bytes, without `/`, `\`, `?`, `#`), and the value of its partition key. */
export interface ItemKey<PartitionKey> {
  readonly id: string;
  readonly partitionKey: PartitionKey;
}

/** The write is done only where the stored item still has this ETag; else `Cosmos.PreconditionFailed`. */
interface IfMatch {
  readonly ifMatch?: string;
}

/** One page: `next` is null after the last one, else the `continuation` of the page after it. */
export interface Page<Row> {
  readonly rows: Row[];
  readonly next: string | null;
}

/** What a bulk operation did: failures do not stop it, and are no errors of the step. */
export interface BulkOutcome {
  readonly done: number;
  readonly failed: readonly BulkFailure[];
}

export interface BulkFailure {
  /** Position among the items or keys that were given. */
  readonly index: number;
  readonly id: string;
  /** `Cosmos.Conflict`, `Cosmos.TooManyRequests`: as another operation would fail. */
  readonly error: string;
  /** Whether sending it again may help, and does no harm. */
  readonly again: boolean;
}

/** A container whose items are of type `Item`, with its typed tasks. */
export interface CosmosContainer<Item, Queries, PartitionKey> extends DataSource {
  /** A point read: null where there is no such item. */
  readonly read: Task<ItemKey<PartitionKey>, Stored<Item> | null, ReadError>;
  /**
   * Writes a new item. A lost answer leaves open whether it was written (`Cosmos.OutcomeUnknown`, never repeated): catch it,
   * and read the item.
   */
  readonly create: Task<{ readonly item: Item }, Stored<Item>, CreateError>;
  /** Writes the item, whether it exists or not. */
  readonly upsert: Task<{ readonly item: Item }, Stored<Item>, UpsertError>;
  /**
   * Writes over an item that exists; else `Cosmos.NotFound`. Where the item was read before, so that it carries its `_etag`,
   * the write is done only if it was not changed since; else `Cosmos.PreconditionFailed`. `ifMatch: null` writes in any case.
   */
  readonly replace: Task<{ readonly item: Item; readonly ifMatch?: string | null }, Stored<Item>, ReplaceError>;
  /** Deletes the item; one that is not there counts as deleted. */
  readonly delete: Task<ItemKey<PartitionKey> & IfMatch, null, DeleteError>;
  /** Changes parts of an item: one to ten steps in order, all or none. */
  patch<const Steps extends readonly PatchStep[]>(
    name: string,
    steps: Steps & CheckedSteps<Item, Steps>,
    options?: PatchOptions,
  ): Task<ItemKey<PartitionKey> & IfMatch & PatchParams<Item, Steps>, Stored<Item>, PatchError>;
  /**
   * A named query. The text is a literal, values are `@parameters`. `treadle check` writes what it takes and gives into
   * `Queries`; a wrong text does not compile, with the diagnostic as the error's text.
   */
  query<const Text extends string, const Options extends QueryOptions = {}>(
    name: string,
    text: CheckedText<Queries, Text>,
    options?: Options,
  ): Task<
    QueryParams<Queries, Text>,
    Options extends { readonly result: "one" } ? QueryRow<Queries, Text> | null : QueryRow<Queries, Text>[],
    QueryError
  >;
  /**
   * A named query whose results come page by page: the step's value is `{ rows, next }`, and `next` goes into the next call
   * as `continuation`, with the same parameters. For results that do not fit into one state.
   */
  pages<const Text extends string>(
    name: string,
    text: CheckedText<Queries, Text>,
    options?: PagesOptions,
  ): Task<
    QueryParams<Queries, Text> & { readonly continuation?: string | null },
    Page<QueryRow<Queries, Text>>,
    QueryError
  >;
  /** One to a hundred operations on items of one partition: all are done or none, in order. */
  batch<const Steps extends readonly BatchStep[]>(
    name: string,
    steps: Steps & CheckedBatch<Item, Steps>,
  ): Task<
    { readonly partitionKey: PartitionKey } & BatchParams<Item, Steps>,
    BatchResults<Stored<Item>, Steps>,
    BatchError
  >;
  /** Writes or deletes many items, each on its own, whatever its partition. */
  bulk<const Kind extends BulkKind>(
    name: string,
    kind: Kind,
  ): Task<
    Kind extends "delete" ? { readonly keys: readonly ItemKey<PartitionKey>[] } : { readonly items: readonly Item[] },
    BulkOutcome,
    BulkError
  >;
  /** @internal Where the next call stands. */
  $at(site: CallSite): this;
}

/** The second call takes what the types of the first are checked against. */
export type DeclareContainer<Item, Queries> = <const Paths extends readonly [string, ...string[]]>(
  options: ContainerOptions<Paths & CheckedPaths<Item, Paths>>,
) => CosmosContainer<Item, Queries, PartitionKeyOf<Item, Paths>>;

export interface StartContainer {
  <Item extends { readonly id: string }, Queries = {}>(): DeclareContainer<Item, Queries>;
  /** @internal Where the declaration stands. */
  $at(site: CallSite): StartContainer;
}

function startAt(site: CallSite | undefined): StartContainer {
  const start = () => (options: ContainerOptions) => createContainerSource(options, site);
  return Object.assign(start, { $at: startAt }) as unknown as StartContainer;
}

/**
 * Declares a container; the item type is its schema.
 *
 * ```ts
 * import type { CartsQueries } from "./carts.gen.js";
 *
 * export const carts = cosmos.container<Cart, CartsQueries>()({
 *   account: "${CartsAccountEndpoint}",
 *   database: "shop",
 *   container: "carts",
 *   partitionKey: ["/tenant"],
 *   auth: { secret: "${CartsSecretArn}" },
 * });
 * export const openCarts = carts.query("openCarts", "SELECT c.id FROM c WHERE c.tenant = @tenant");
 * ```
 */
export const container: StartContainer = startAt(undefined);
