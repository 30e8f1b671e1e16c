import { container } from "./tasks/cosmos-container.js";

/** Azure Cosmos DB for NoSQL. */
export const cosmos = Object.freeze({ container });

export type { InvocationError } from "@treadle/workflow/data-source";
export type { CompositePath, IndexingPolicy } from "./checks/rule.js";
export type { BatchStep } from "./tasks/batch-step.js";
export type { CheckedQuery, CheckedText, CosmosDiagnostic } from "./tasks/checked-text.js";
export type { ContainerAuth, ContainerOptions, FunctionResult } from "./tasks/container-options.js";
export type {
  BulkFailure,
  BulkOutcome,
  CosmosContainer,
  DeclareContainer,
  ItemKey,
  Page,
  StartContainer,
  Stored,
} from "./tasks/cosmos-container.js";
export type { BulkKind, PagesOptions, QueryOptions } from "./tasks/declaration.js";
export type {
  BatchError,
  BulkError,
  CreateError,
  DeleteError,
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
