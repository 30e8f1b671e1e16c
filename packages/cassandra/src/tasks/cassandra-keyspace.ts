import type { CallSite } from "@treadle/workflow";
import type { DataSource } from "@treadle/workflow/data-source";
import type { CheckedText } from "./checked-text.js";
import type { KeyspaceOptions, QueryOptions } from "./declaration.js";
import { createKeyspaceSource } from "./keyspace-source.js";
import type { OptionalName, StatementTask } from "./statement-task.js";

/** A keyspace with its declared statements. */
export interface CassandraKeyspace<Queries> extends DataSource {
  /**
   * Declares a statement; it is also the task that runs it. A SELECT gives its rows, with `.one()` the row or null, with
   * `.exactlyOne()` the row or an error; a write gives null; a lightweight transaction says whether it was applied.
   *
   * @param name unique in the keyspace; a name of letters, digits and underscores
   * @param text a literal; values go into named markers: `:orderId`. What is wrong with it is the type error's text.
   */
  query<const Text extends string, const Optional extends readonly OptionalName<Queries, Text>[] = []>(
    name: string,
    text: CheckedText<Queries, Text>,
    options?: QueryOptions & { readonly optional?: Optional },
  ): StatementTask<Queries, Text, Optional[number]>;
  /** @internal Where the next call stands. */
  $at(site: CallSite): this;
}

/** Declares a keyspace: `cassandra.keyspace<ShopQueries>("shop", { … })`. */
export interface StartKeyspace {
  <Queries>(name: string, options: KeyspaceOptions): CassandraKeyspace<Queries>;
  /** @internal */
  $at(site: CallSite): StartKeyspace;
}

function startAt(site: CallSite | undefined): StartKeyspace {
  const start = (name: string, options: KeyspaceOptions) => createKeyspaceSource(name, options, site);
  return Object.assign(start, { $at: startAt }) as unknown as StartKeyspace;
}

/**
 * Declares a keyspace and where its schema is.
 *
 * ```ts
 * import type { ShopQueries } from "./shop.gen.js";
 *
 * export const shop = cassandra.keyspace<ShopQueries>("shop", {
 *   schema: "./schema.cql",
 *   auth: { secret: "${ShopSecretArn}" },
 * });
 * export const orderById = shop.query("orderById", "SELECT id, total FROM orders WHERE id = :orderId").one();
 * ```
 */
export const keyspace: StartKeyspace = startAt(undefined);
