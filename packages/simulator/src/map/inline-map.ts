import { quotas } from "@treadle/asl";
import type { AbortScope } from "../abort-scope.js";
import { isDone, toCheckpoint } from "../checkpoint.js";
import { isFinal, runGroup } from "../group.js";
import type { Json, JsonObject } from "../json.js";
import { takeMockedResult } from "../mocked-result.js";
import { recordAbortedTask } from "../record-aborted-task.js";
import type { Strand, Visit } from "../strand.js";
import { VariableScope } from "../variable-scope.js";
import { createMapItem, type MapItems, readItems, selectItem, selectItems } from "./map-items.js";
import { readConcurrency } from "./map-numbers.js";
import { processorOf } from "./processor.js";

/** What a Map state gives, and the event that says so. */
export interface MapResult {
  readonly result: Json;
  readonly succeededId: number;
}

/** Runs the processor once per item, as strands of the same execution. */
export async function runInlineMap(visit: Visit, strand: Strand): Promise<MapResult> {
  const limit = await readConcurrency(quotas.inlineMapConcurrency, visit, strand);
  const items = await readItems(visit, strand);
  const startedId =
    (visit.parts && visit.startedId) ??
    strand.run.history.add(strand, "MapStateStarted", { length: items.values.length });
  visit.startedId = startedId;
  if (visit.inspection) await selectItems(items, visit, strand);
  const result =
    (await takeMockedResult([...items.values], visit, strand, items.values.length)) ??
    (await runIterations(items, limit, startedId, visit, strand));
  // Both of what follows, the success here and the exit, link to the event before them.
  return { result, succeededId: strand.run.history.addAside(strand.lastEventId, "MapStateSucceeded") };
}

async function runIterations(
  items: MapItems,
  limit: number,
  startedId: number,
  visit: Visit,
  strand: Strand,
): Promise<Json> {
  let lastSuccessId = startedId;
  const noteSuccess = (eventId: number): void => {
    lastSuccessId = eventId;
  };
  const parts = visit.parts ?? [];
  visit.parts = undefined;
  const group = await runGroup(items.values.length, limit, strand, (index, abort, predecessor) => {
    const part = parts[index];
    const mapItem = createMapItem(index, items, visit, strand);
    const iteration = forkStrand(index, mapItem, abort, predecessor?.lastEventId ?? startedId, visit, strand);
    if (isDone(part)) return { strand: iteration, run: async () => part.output };
    iteration.resumeFrom = toCheckpoint(part);
    return {
      strand: iteration,
      run: () => runIteration(index, mapItem, visit, iteration, noteSuccess),
      onFailure: (reason) => recordFailure(reason, index, visit, iteration),
      onAborted: (reason) => recordAbort(reason, visit, iteration),
    };
  });
  if ("failure" in group) {
    strand.lastEventId = group.failure.strand.lastEventId;
    throw group.failure.reason;
  }
  // An iteration's success is followed by the Map's, but not by the next iteration's start.
  strand.lastEventId = lastSuccessId;
  return [...group.outputs];
}

/**
 * The failed iteration comes first in the history, before its own task and the iterations that it aborts. One that has not
 * begun, since its input could not be selected, is not told of.
 */
function recordFailure(reason: unknown, index: number, visit: Visit, iteration: Strand): void {
  if (isFinal(reason) || iteration.cut === undefined) return;
  iteration.run.history.addAside(iteration.lastEventId, "MapIterationFailed", { name: visit.name, index });
  recordAbortedTask(reason, processorOf(visit.state), iteration);
}

function recordAbort(reason: unknown, visit: Visit, iteration: Strand): void {
  const { causeId } = iteration.abort;
  if (causeId === undefined) return;
  iteration.cut?.();
  recordAbortedTask(reason, processorOf(visit.state), iteration, causeId);
}

function forkStrand(
  index: number,
  mapItem: JsonObject,
  abort: AbortScope,
  lastEventId: number,
  visit: Visit,
  strand: Strand,
): Strand {
  return {
    ...strand,
    abort,
    mapItem,
    variables: new VariableScope(strand.variables),
    lastEventId,
    within: [...strand.within, `${visit.name}[${index}]`],
  };
}

async function runIteration(
  index: number,
  mapItem: JsonObject,
  visit: Visit,
  iteration: Strand,
  noteSuccess: (eventId: number) => void,
): Promise<Json> {
  const { history, runBlock } = iteration.run;
  const { abort } = iteration;
  const details = { name: visit.name, index };
  const selected = selectItem(mapItem, visit, iteration);
  const input = selected instanceof Promise ? await selected : selected;
  if (iteration.resumeFrom === undefined) history.add(iteration, "MapIterationStarted", details);
  iteration.cut = () => {
    iteration.cut = undefined;
    if (abort.causeId !== undefined) history.addAside(abort.causeId, "MapIterationAborted", details);
  };
  const output = await runBlock(processorOf(visit.state), input, iteration);
  noteSuccess(history.addAside(iteration.lastEventId, "MapIterationSucceeded", details));
  return output;
}
