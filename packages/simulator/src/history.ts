import type { Clock } from "./clock.js";
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

/** Records events with Step Functions' numbering: ids count up over all strands, each event names its predecessor. */
export class History {
  readonly events: HistoryEvent[] = [];
  readonly #clock: Clock;
  readonly #onEvent: ((event: HistoryEvent) => void) | undefined;
  #lastValue: Json | undefined;
  #lastText = "";

  constructor(clock: Clock, onEvent?: (event: HistoryEvent) => void) {
    this.#clock = clock;
    this.#onEvent = onEvent;
  }

  /** Adds an event after the cursor's last one, and moves the cursor. */
  add(cursor: EventCursor, type: HistoryEventType, details?: HistoryEventDetails): number {
    const id = this.addAside(cursor.lastEventId, type, details);
    cursor.lastEventId = id;
    return id;
  }

  /** Adds an event that no other follows. */
  addAside(previousEventId: number, type: HistoryEventType, details?: HistoryEventDetails): number {
    const id = this.events.length + 1;
    const event: HistoryEvent = {
      timestamp: new Date(this.#clock.now()),
      type,
      id,
      previousEventId,
      ...(details && { [nameDetailsField(type)]: details }),
    };
    this.events.push(event);
    this.#onEvent?.(event);
    return id;
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
