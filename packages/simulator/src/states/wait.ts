import { queryFailure, runtimeFailure } from "../failure.js";
import { applyOutputPath, evaluateTyped, finishByJsonata, nextOf, readEffectiveInput, usesJsonata } from "../fields.js";
import type { Json, JsonObject } from "../json.js";
import { fillTemplate } from "../jsonpath/payload-template.js";
import { findPath } from "../jsonpath/read-path.js";
import { createTemplateScope } from "../scopes.js";
import type { StateHandler, Strand, Visit } from "../strand.js";
import { parseTimestamp } from "../timestamp.js";

/** The longest delay that Step Functions takes: what fits in 31 bits of seconds. */
const LONGEST_WAIT_SECONDS = 2 ** 31 - 1;

export const runWait: StateHandler = async (visit, strand) => {
  const { abort, run } = strand;
  const { state } = visit;
  if (usesJsonata(visit, strand)) {
    await run.clock.sleep(limitDelay(await evaluateDelayMs(visit, strand)), abort);
    const end = { output: state.Output, assign: state.Assign, field: "", otherwise: visit.input, next: nextOf(visit) };
    return finishByJsonata(end, visit, strand);
  }
  const input = readEffectiveInput(visit, strand);
  await run.clock.sleep(limitDelay(readDelayMs(input, visit, strand)), abort);
  const assigned =
    state.Assign && (fillTemplate(state.Assign, createTemplateScope(input, visit, strand)) as JsonObject);
  return { output: applyOutputPath(input, visit, strand), assigned, next: nextOf(visit) };
};

async function evaluateDelayMs(visit: Visit, strand: Strand): Promise<number> {
  const { Seconds, Timestamp } = visit.state;
  if (Seconds !== undefined) {
    const seconds = (await evaluateTyped(Seconds, "Seconds", "number", visit, strand)) as number;
    if (Number.isInteger(seconds) && seconds >= 0) return seconds * 1000;
    throw queryFailure(`The field 'Seconds' must be a whole number of at least 0, but was ${seconds}.`, "Seconds");
  }
  const text = (await evaluateTyped(Timestamp ?? null, "Timestamp", "string", visit, strand)) as string;
  const time = parseTimestamp(text);
  if (time !== undefined) return time - strand.run.clock.now();
  throw queryFailure(
    `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`,
    "Timestamp",
  );
}

function readDelayMs(input: Json, visit: Visit, strand: Strand): number {
  const { Seconds, SecondsPath, Timestamp, TimestampPath } = visit.state;
  const scope = createTemplateScope(input, visit, strand);
  if (SecondsPath !== undefined) return readSeconds(SecondsPath, findPath(SecondsPath, scope)) * 1000;
  const now = strand.run.clock.now();
  if (TimestampPath !== undefined) return readTime(TimestampPath, findPath(TimestampPath, scope)) - now;
  if (Timestamp !== undefined) return (parseTimestamp(Timestamp) ?? now) - now;
  return (Seconds as number) * 1000;
}

/** A whole number, which may be a text. */
function readSeconds(path: string, value: Json | undefined): number {
  if (value === undefined) throw runtimeFailure(`The SecondsPath parameter does not reference an input value: ${path}`);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const seconds = typeof value === "string" && /^[+-]?\d+$/.test(value) ? Number(value) : value;
  if (typeof seconds !== "number" || !Number.isInteger(seconds)) {
    throw runtimeFailure(`The SecondsPath parameter cannot be parsed as a long value: ${path} == ${text}`);
  }
  if (seconds < 0) throw runtimeFailure(`The SecondsPath parameter references a negative value: ${path} == ${text}`);
  return seconds;
}

function readTime(path: string, value: Json | undefined): number {
  if (value === undefined)
    throw runtimeFailure(`The TimestampPath parameter does not reference an input value: ${path}`);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const time = typeof value === "string" ? parseTimestamp(value) : undefined;
  if (time !== undefined) return time;
  throw runtimeFailure(
    `The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: ${path} == ${text}`,
  );
}

function limitDelay(delayMs: number): number {
  if (delayMs > LONGEST_WAIT_SECONDS * 1000) throw runtimeFailure("Wait state delay is too long.");
  return Math.max(0, delayMs);
}
