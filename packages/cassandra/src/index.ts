export type { InvocationError } from "@treadle/workflow/data-source";

import { keyspace } from "./tasks/cassandra-keyspace.js";

/** Apache Cassandra. */
export const cassandra = Object.freeze({ keyspace });

export type { CassandraKeyspace, StartKeyspace } from "./tasks/cassandra-keyspace.js";
export type {
  Applied,
  CheckedConditionalWrite,
  CheckedOnceWrite,
  CheckedSelect,
  CheckedSelectOne,
  CheckedText,
  CheckedWrite,
  CqlDiagnostic,
  Page,
  Paged,
  SelectOneTask,
  SelectTask,
  StatementTask,
} from "./tasks/checked-text.js";
export type { KeyspaceOptions, QueryOptions, WaivableCode } from "./tasks/declaration.js";
export type {
  ConditionalWriteError,
  IdempotentWriteError,
  NotAppliedError,
  PermanentError,
  SelectError,
  UnknownOutcomeError,
  WriteError,
} from "./tasks/error-names.js";
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
