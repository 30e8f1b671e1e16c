import type { Diagnostic, SourceLocation } from "@treadle/diagnostics";
import type { HistoryEvent } from "./history-event.js";
import type { Json, JsonObject } from "./json.js";
import type { StoredObject } from "./options.js";

/**
 * `REFUSED` is no status of Step Functions: the simulation could not go on, and `diagnostics` says why. `ABORTED` is a
 * nested execution whose parent went on without it.
 */
export type ExecutionStatus = "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED" | "REFUSED";

/** One attempt of a Task state. */
export interface TimelineAttempt {
  readonly startedMs: number;
  readonly endedMs: number;
  readonly error?: string;
}

/** One visit of a state. Times are milliseconds since the execution's start. */
export interface TimelineEntry {
  readonly state: string;
  readonly type: string;
  /** Names of the Parallel and Map states around it, with the branch's or item's index: `["Lines[2]"]`. */
  readonly within: readonly string[];
  readonly enteredMs: number;
  /** The call that made the state, where a source map is known. */
  readonly location?: SourceLocation;
  /** Absent for a state that never ended. */
  readonly exitedMs?: number;
  readonly attempts: readonly TimelineAttempt[];
  /** The name of the error that ended the visit, caught or not. */
  readonly error?: string;
  readonly cause?: string;
  /** The state that handled the error. */
  readonly caughtBy?: string;
}

/** A declared statement that a task has asked a data source's bridge for, mocked or not. */
export interface StatementRun {
  readonly state: string;
  /** 0 for the first attempt of a visit of the state. */
  readonly attempt: number;
  /** The bridge function, as the definition names it. */
  readonly function: string;
  readonly statement: string;
  readonly params: Readonly<JsonObject>;
}

/** An object that a ResultWriter wrote; later readers of the execution find it. */
export interface WrittenObject extends StoredObject {
  readonly body: string;
}

export interface SimulatedExecution {
  readonly status: ExecutionStatus;
  readonly name: string;
  readonly executionArn: string;
  readonly startTime: Date;
  readonly stopTime: Date;
  readonly input: Json;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  /** In the shape of `GetExecutionHistory`. */
  readonly events: readonly HistoryEvent[];
  /** Names of the states in the order in which they were entered. */
  readonly path: readonly string[];
  readonly timeline: readonly TimelineEntry[];
  /** Values of the top level's variables at the end. */
  readonly variables: Readonly<JsonObject>;
  /** In the order in which tasks asked for them. */
  readonly statements: readonly StatementRun[];
  /** What ResultWriters wrote. */
  readonly objects: readonly WrittenObject[];
  /** Executions that `states:startExecution` started and nobody waited for to their end; each has run to it. */
  readonly started: readonly SimulatedExecution[];
  readonly diagnostics: readonly Diagnostic[];
}
