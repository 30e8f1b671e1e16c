import type { ExecutionIds } from "./execution-ids.js";
import type { HistoryEvent } from "./history-event.js";
import type { Json, JsonObject } from "./json.js";

/** Where a block of states had come to when it ended badly: a redrive goes on from there. */
export interface Checkpoint {
  readonly state: string;
  readonly input: Json;
  /** The block's own variables. */
  readonly variables: JsonObject;
  /** How the state was entered, which a redrive does not do again; absent where it was not. */
  readonly entry?: StateEntry | undefined;
  /** Of a Parallel or Map state: what had become of each of its strands. */
  readonly parts?: readonly CheckpointPart[] | undefined;
}

/** What a visit of a state keeps over a redrive. */
export interface StateEntry {
  readonly enteredId: number;
  readonly enteredMs: number;
  /** Of a Parallel or Map state: the event with which its strands were started. */
  readonly startedId?: number | undefined;
}

/** A child of a Map Run that did not succeed: a redrive goes on with it as the same execution. */
export interface FormerChild {
  readonly ids: ExecutionIds;
  readonly startMs: number;
  /** How often it has been redriven. */
  readonly redriveCount: number;
  readonly events: readonly HistoryEvent[];
  readonly checkpoint: Checkpoint | undefined;
}

/** A strand that ended well, one that did not, or one that was not begun. */
export type CheckpointPart = { readonly output: Json } | Checkpoint | FormerChild | undefined;

/** That an execution is begun again. */
export interface Redrive {
  /** 1 for the first redrive. */
  readonly count: number;
  /** Absent for a child of an Express Map Run, which does not tell of it. */
  readonly redrivenMs?: number | undefined;
}

export function isDone(part: CheckpointPart): part is { readonly output: Json } {
  return part !== undefined && "output" in part;
}

/** Where the strand of a part goes on; undefined for one that begins. */
export function toCheckpoint(part: CheckpointPart): Checkpoint | undefined {
  return part !== undefined && "state" in part ? part : undefined;
}

export function toFormerChild(part: CheckpointPart): FormerChild | undefined {
  return part !== undefined && "ids" in part ? part : undefined;
}
