import { createContextObject } from "./context-object.js";
import type { StateDefinition } from "./definition.js";
import { StateFailure } from "./failure.js";
import type { Json } from "./json.js";
import type { MockRequest } from "./options.js";
import type { Strand, Visit } from "./strand.js";

/**
 * What a mock gives for a whole Map or Parallel state; undefined where there is none. `iterations` is how many a Map state
 * would have, where that is known.
 *
 * @throws StateFailure
 */
export async function takeMockedResult(
  input: Json,
  visit: Visit,
  strand: Strand,
  iterations?: number,
): Promise<Json | undefined> {
  const { clock, tasks } = strand.run;
  if (!tasks.hasMock(visit.name)) return undefined;
  const request: MockRequest = {
    stateName: visit.name,
    arguments: input,
    attempt: visit.retryCount,
    invocation: tasks.countInvocation(visit.name),
    context: createContextObject(visit, strand),
    nowMs: () => clock.now(),
    sleep: (durationMs) => clock.inside(() => clock.sleep(durationMs, strand.abort)),
  };
  const outcome = await clock.external(tasks.mockState(request, resultOf(visit.state)), strand.abort);
  if (outcome.delayMs !== undefined) await clock.sleep(outcome.delayMs, strand.abort);
  if ("output" in outcome) {
    if (iterations !== undefined) await visit.checkMocked?.(iterations, outcome.output);
    return outcome.output;
  }
  if ("timeout" in outcome || "waits" in outcome) throw new StateFailure("States.Timeout", undefined);
  throw new StateFailure(outcome.error, outcome.cause);
}

/** Where the ends of a state's scopes give `{ value, sessions }`, a mocked value stands for the values alone. */
function resultOf({ ItemProcessor, Branches }: StateDefinition): (value: Json) => Json {
  const scopes = [ItemProcessor, ...(Branches ?? [])].filter((scope) => scope !== undefined);
  const outputs = scopes.flatMap(({ States }) => Object.values(States).map((state) => state.Output));
  if (!outputs.some(givesSessions)) return (value) => value;
  return (value) => (Array.isArray(value) ? value.map((each) => ({ value: each, sessions: {} })) : value);
}

function givesSessions(output: unknown): boolean {
  return typeof output === "object" && output !== null && Object.keys(output).join() === "value,sessions";
}
