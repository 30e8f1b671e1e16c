import { container } from "./tasks/cosmos-container.js";

/** Azure Cosmos DB for NoSQL. */
export const cosmos = Object.freeze({ container });

export type { CompositePath, IndexingPolicy } from "./checks/rule.js";
export type { CheckedQuery, CheckedText, CosmosDiagnostic } from "./tasks/checked-text.js";
export type { ContainerAuth, ContainerOptions, FunctionResult } from "./tasks/container-options.js";
export type { CosmosContainer, DeclareContainer, ItemKey, StartContainer, Stored } from "./tasks/cosmos-container.js";
export type { QueryOptions } from "./tasks/declaration.js";
export type {
  CreateError,
  DeleteError,
  InvocationError,
  NotAppliedError,
  PatchError,
  PermanentError,
  QueryError,
  ReadError,
  ReplaceError,
  UnknownOutcomeError,
  UpsertError,
} from "./tasks/error-names.js";
export type { PatchOptions, PatchStep } from "./tasks/patch-operation.js";
