import type { Diagnostic } from "@treadle/diagnostics";
import type { HistoryEvent } from "./history-event.js";
import type { Json, JsonObject } from "./json.js";

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
  /** Absent for a state that never ended. */
  readonly exitedMs?: number;
  readonly attempts: readonly TimelineAttempt[];
  /** The name of the error that ended the visit, caught or not. */
  readonly error?: string;
  readonly cause?: string;
  /** The state that handled the error. */
  readonly caughtBy?: string;
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
  readonly diagnostics: readonly Diagnostic[];
}
