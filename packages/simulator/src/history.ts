import { quotas } from "@treadle/asl";
import type { Clock } from "./clock.js";
import { HistoryFull } from "./failure.js";
import {
  type HistoryEvent,
  type HistoryEventDetails,
  type HistoryEventType,
  nameDetailsField,
} from "./history-event.js";
import type { Json } from "./json.js";

/** The event that a strand's next event follows. */
export interface EventCursor {
  lastEventId: number;
}

export interface HistorySettings {
  /** Events of the execution before a redrive. */
  readonly before?: readonly HistoryEvent[];
  /** Whether events are kept; they are numbered all the same, since causes name them. Default true. */
  readonly records?: boolean;
  /** Whether it ends where a Standard execution's history ends. Default false. */
  readonly limited?: boolean;
  readonly onEvent?: ((event: HistoryEvent) => void) | undefined;
}

/** Records events with Step Functions' numbering: ids count up over all strands, each event names its predecessor. */
export class History {
  readonly events: HistoryEvent[] = [];
  readonly records: boolean;
  readonly #clock: Clock;
  readonly #onEvent: ((event: HistoryEvent) => void) | undefined;
  readonly #lastId: number;
  #count = 0;
  #timestamp = new Date(Number.NaN);
  #lastValue: Json | undefined;
  #lastText = "";

  constructor(clock: Clock, { before = [], limited = false, onEvent, records = true }: HistorySettings = {}) {
    this.#clock = clock;
    this.#onEvent = onEvent;
    this.records = records || onEvent !== undefined;
    this.events.push(...before);
    this.#count = before.length;
    // The last place is kept for the event that says how the execution ended.
    this.#lastId = limited ? quotas.historyEvents - 1 : Number.POSITIVE_INFINITY;
  }

  /** Adds an event after the cursor's last one, and moves the cursor. @throws HistoryFull */
  add(cursor: EventCursor, type: HistoryEventType, details?: HistoryEventDetails): number {
    const id = this.addAside(cursor.lastEventId, type, details);
    cursor.lastEventId = id;
    return id;
  }

  /** Adds an event that no other follows. @throws HistoryFull */
  addAside(previousEventId: number, type: HistoryEventType, details?: HistoryEventDetails): number {
    if (this.#count >= this.#lastId) throw new HistoryFull();
    return this.#record(previousEventId, type, details);
  }

  /** Adds the event that ends the execution, for which there is always room. */
  addEnd(previousEventId: number, type: HistoryEventType, details?: HistoryEventDetails): void {
    this.#record(previousEventId, type, details);
  }

  /** Numbers an event without making it, where none are kept. @throws HistoryFull */
  count(cursor: EventCursor): number {
    if (this.#count >= this.#lastId) throw new HistoryFull();
    cursor.lastEventId = ++this.#count;
    return cursor.lastEventId;
  }

  #record(previousEventId: number, type: HistoryEventType, details: HistoryEventDetails | undefined): number {
    const id = ++this.#count;
    if (!this.records) return id;
    const event: { -readonly [K in keyof HistoryEvent]: HistoryEvent[K] } = {
      timestamp: this.#readTimestamp(),
      type,
      id,
      previousEventId,
    };
    if (details !== undefined) event[nameDetailsField(type)] = details;
    this.events.push(event);
    this.#onEvent?.(event);
    return id;
  }

  /** Events of one moment share their time. */
  #readTimestamp(): Date {
    const now = this.#clock.now();
    if (this.#timestamp.getTime() !== now) this.#timestamp = new Date(now);
    return this.#timestamp;
  }

  /** A payload's text; what one state gives is what the next takes, so the last one is kept. */
  toText(value: Json): string {
    if (value !== this.#lastValue || this.#lastText === "") {
      this.#lastText = JSON.stringify(value);
      this.#lastValue = value;
    }
    return this.#lastText;
  }
}

export const UNTRUNCATED = { truncated: false } as const;
