import { keyspace } from "./tasks/cassandra-keyspace.js";

/** Apache Cassandra. */
export const cassandra = Object.freeze({ keyspace });

export type { InvocationError } from "@treadle/workflow/data-source";
export type { CassandraKeyspace, StartKeyspace } from "./tasks/cassandra-keyspace.js";
export type {
  CheckedConditionalWrite,
  CheckedOnceWrite,
  CheckedSelect,
  CheckedSelectOne,
  CheckedText,
  CheckedWrite,
  CqlDiagnostic,
} from "./tasks/checked-text.js";
export type { KeyspaceOptions, QueryOptions, WaivableCode } from "./tasks/declaration.js";
export type {
  ConditionalWriteError,
  ExactlyOneError,
  IdempotentWriteError,
  NotAppliedError,
  PermanentError,
  SelectError,
  UnknownOutcomeError,
  WriteError,
} from "./tasks/error-names.js";
export type {
  Applied,
  Page,
  Paged,
  SelectOneTask,
  SelectTask,
  StatementTask,
} from "./tasks/statement-task.js";
export type {
  Base64,
  CqlDuration,
  Decimal,
  Double,
  Inet,
  Int64,
  Int64Input,
  IsoDate,
  IsoTime,
  IsoTimestamp,
  TimeUuid,
  Uuid,
  VarInt,
} from "./tasks/value-types.js";
