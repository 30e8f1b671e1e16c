import { type HistoryEvent, nameDetailsField } from "@treadle/simulator";
import type { Mismatch, RecordedMatcher } from "./match-recorded.js";

/** An event as the corpus records it: details in one place, payloads as JSON. */
export interface RecordedEvent {
  readonly id: unknown;
  readonly previousEventId: unknown;
  readonly type: string;
  readonly name?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export function toRecordedEvent(event: HistoryEvent): RecordedEvent {
  const { name, inputDetails, outputDetails, ...details } = event[nameDetailsField(event.type)] ?? {};
  return {
    id: event.id,
    previousEventId: event.previousEventId,
    type: event.type,
    ...(name !== undefined && { name }),
    ...(Object.keys(details).length > 0 && { details: readPayloads(details) }),
  };
}

function readPayloads(details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [
      key,
      typeof value === "string" && ["input", "output", "parameters"].includes(key) ? JSON.parse(value) : value,
    ]),
  );
}

/** Compares in order, or as a bag where events of several strands mix. */
export function compareHistory(
  expected: readonly RecordedEvent[],
  actual: readonly RecordedEvent[],
  matcher: RecordedMatcher,
): Mismatch | undefined {
  const mixes = expected.some(({ type }) => type.startsWith("Map") || type.startsWith("Parallel"));
  return mixes ? compareBags(expected, actual, matcher) : matcher.compare(expected, actual, "/history");
}

function compareBags(
  expected: readonly RecordedEvent[],
  actual: readonly RecordedEvent[],
  matcher: RecordedMatcher,
): Mismatch | undefined {
  const left = [...actual];
  let firstMismatch: Mismatch | undefined;
  for (const [i, event] of expected.entries()) {
    const index = left.findIndex(
      (candidate) => matcher.attempt(() => compareEvent(event, candidate, matcher)) === undefined,
    );
    if (index >= 0) left.splice(index, 1);
    else {
      firstMismatch ??= {
        pointer: `/history/${i}`,
        expected: event,
        actual: left.find((one) => one.type === event.type),
      };
    }
  }
  if (firstMismatch) return firstMismatch;
  if (hasGaps(expected)) return undefined;
  return left.length > 0 ? { pointer: "/history", expected: undefined, actual: left[0] } : undefined;
}

/** The recording left events out: the last id is above the number of events. */
function hasGaps(events: readonly RecordedEvent[]): boolean {
  const last = events.at(-1)?.id;
  return typeof last === "number" && last > events.length;
}

/** Where the recording gives no id (strands that ran side by side), ids are not compared. */
function compareEvent(expected: RecordedEvent, actual: RecordedEvent, matcher: RecordedMatcher): Mismatch | undefined {
  const known = typeof expected.id === "number";
  return matcher.compare(
    known ? expected : { ...expected, id: 0, previousEventId: 0 },
    known ? actual : { ...actual, id: 0, previousEventId: 0 },
  );
}
