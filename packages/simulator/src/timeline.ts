import type { SourceLocation } from "@treadle/diagnostics";
import type { TimelineAttempt, TimelineEntry } from "./simulated-execution.js";

/** The entry of a visit while it lasts. */
export interface TimelineVisit {
  state: string;
  type: string;
  within: readonly string[];
  enteredMs: number;
  location?: SourceLocation;
  exitedMs?: number;
  attempts: readonly TimelineAttempt[];
  error?: string;
  cause?: string;
  caughtBy?: string;
}

const NONE: readonly TimelineAttempt[] = [];

/** Collects visits in the order in which states are entered. */
export class Timeline {
  readonly #visits: TimelineVisit[] = [];
  readonly #startMs: number;
  readonly #records: boolean;
  readonly #locations: Readonly<Record<string, SourceLocation>> | undefined;
  #count = 0;

  /** Without `records` it only counts. */
  constructor(startMs: number, records = true, locations?: Readonly<Record<string, SourceLocation>>) {
    this.#startMs = startMs;
    this.#records = records;
    this.#locations = locations;
  }

  /** Visits so far. */
  get count(): number {
    return this.#count;
  }

  get entries(): readonly TimelineEntry[] {
    return this.#visits;
  }

  enter(state: string, type: string, within: readonly string[], nowMs: number): TimelineVisit {
    const visit: TimelineVisit = { state, type, within, enteredMs: nowMs - this.#startMs, attempts: NONE };
    if (this.#locations && Object.hasOwn(this.#locations, state)) {
      visit.location = this.#locations[state] as SourceLocation;
    }
    this.#count += 1;
    if (this.#records) this.#visits.push(visit);
    return visit;
  }

  exit(visit: TimelineVisit, nowMs: number): void {
    visit.exitedMs = nowMs - this.#startMs;
  }

  addAttempt(visit: TimelineVisit, startedMs: number, endedMs: number, error?: string): void {
    const attempt = {
      startedMs: startedMs - this.#startMs,
      endedMs: endedMs - this.#startMs,
      ...(error !== undefined && { error }),
    };
    visit.attempts = [...visit.attempts, attempt];
  }
}
