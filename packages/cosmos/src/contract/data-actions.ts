import type { BatchOperation, CosmosStatement } from "./manifest.js";

const account = "Microsoft.DocumentDB/databaseAccounts";
const containers = `${account}/sqlDatabases/containers`;

type Operation = Exclude<CosmosStatement["operation"], "batch" | "bulk"> | BatchOperation["op"];

/** What every client reads: the account, its containers, their partitions. */
export const metadataAction = `${account}/readMetadata`;

// The client library asks the change feed for the container's ranges before it queries them.
const queryActions = [`${containers}/executeQuery`, `${containers}/readChangeFeed`];

const actionsOf: { readonly [operation in Operation]: readonly string[] } = {
  read: [`${containers}/items/read`],
  create: [`${containers}/items/create`],
  upsert: [`${containers}/items/upsert`],
  replace: [`${containers}/items/replace`],
  delete: [`${containers}/items/delete`],
  patch: [`${containers}/items/replace`],
  query: queryActions,
  pages: queryActions,
};

/**
 * The data actions that an identity needs for the statement, besides `metadataAction`. A batch and a bulk operation need the
 * rights of what they hold.
 */
export function dataActionsOf(statement: CosmosStatement): readonly string[] {
  if (statement.operation === "batch") return [...new Set(statement.operations.flatMap(({ op }) => actionsOf[op]))];
  return actionsOf[statement.operation === "bulk" ? statement.kind : statement.operation];
}
