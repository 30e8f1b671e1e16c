import type { TimelineAttempt, TimelineEntry } from "./simulated-execution.js";

/** The entry of a visit while it lasts. */
export interface TimelineVisit {
  state: string;
  type: string;
  within: readonly string[];
  enteredMs: number;
  exitedMs?: number;
  attempts: TimelineAttempt[];
  error?: string;
  cause?: string;
  caughtBy?: string;
}

/** Collects visits in the order in which states are entered. */
export class Timeline {
  readonly #visits: TimelineVisit[] = [];
  readonly #startMs: number;

  constructor(startMs: number) {
    this.#startMs = startMs;
  }

  get count(): number {
    return this.#visits.length;
  }

  get entries(): readonly TimelineEntry[] {
    return this.#visits;
  }

  enter(state: string, type: string, within: readonly string[], nowMs: number): TimelineVisit {
    const visit: TimelineVisit = { state, type, within, enteredMs: nowMs - this.#startMs, attempts: [] };
    this.#visits.push(visit);
    return visit;
  }

  exit(visit: TimelineVisit, nowMs: number): void {
    visit.exitedMs = nowMs - this.#startMs;
  }

  addAttempt(visit: TimelineVisit, startedMs: number, endedMs: number, error?: string): void {
    visit.attempts.push({
      startedMs: startedMs - this.#startMs,
      endedMs: endedMs - this.#startMs,
      ...(error !== undefined && { error }),
    });
  }
}
