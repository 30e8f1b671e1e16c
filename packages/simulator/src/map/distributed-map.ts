import { quotas } from "@treadle/asl";
import type { ItemReader as ItemReaderDefinition } from "../definition.js";
import { Aborted, StateFailure } from "../failure.js";
import type { Json } from "../json.js";
import { takeMockedResult } from "../mocked-result.js";
import { hasChange } from "../service-changes.js";
import { inspect, type Strand, type Visit } from "../strand.js";
import { type BatchLimits, batchItems, type ChildInput, readBatchLimits } from "./batch-items.js";
import type { MapResult } from "./inline-map.js";
import { readFromObjects, readItemLimit } from "./item-reader.js";
import { type MapItems, readItems, selectItems } from "./map-items.js";
import { readConcurrency } from "./map-numbers.js";
import { findFormerMapRun, type MapRun, redriveMapRun, startMapRun } from "./map-run.js";
import { runChildren } from "./run-children.js";
import { readToleratedFailure, type ToleratedFailure } from "./tolerated-failure.js";
import { gatherResults, readTarget, writeResults } from "./write-results.js";

/** Runs the processor once per item or batch, each as an execution of its own, with a history of its own. */
export async function runDistributedMap(visit: Visit, strand: Strand): Promise<MapResult> {
  const { state } = visit;
  const { history } = strand.run;
  const concurrency = await readConcurrency(quotas.distributedMapConcurrency, visit, strand);
  const given = state.ItemReader ? undefined : await readItems(visit, strand);
  const former = findFormerMapRun(visit, strand);
  if (former === undefined) history.add(strand, "MapStateStarted", { length: given?.values.length ?? 0 });
  const tolerated = await readToleratedFailure(visit, strand);
  const limits = await readLimits(visit, strand);
  const mapRun = former ? redriveMapRun(former, visit, strand) : startMapRun(visit, strand);
  const { lastEventId } = strand;
  try {
    const result = await runToResult({ concurrency, given, limits, tolerated }, mapRun, visit, strand);
    const succeededId = history.addAside(lastEventId, "MapRunSucceeded");
    const stateSucceededId = history.addAside(succeededId, "MapStateSucceeded");
    strand.lastEventId = hasChange("distributedMapExit", strand.run.options.asOf) ? lastEventId : succeededId;
    return { result, succeededId: stateSucceededId };
  } catch (error) {
    strand.lastEventId = lastEventId;
    if (error instanceof Aborted) history.add(strand, "MapRunAborted");
    if (error instanceof StateFailure && error.error !== "States.Runtime") {
      history.add(strand, "MapRunFailed", {
        ...(error.error !== undefined && { error: error.error }),
        ...(error.causeText !== undefined && { cause: error.causeText }),
      });
    }
    throw error;
  }
}

interface Limits {
  readonly reader: number | undefined;
  readonly batch: BatchLimits | undefined;
}

async function readLimits(visit: Visit, strand: Strand): Promise<Limits> {
  const { ItemBatcher, ItemReader } = visit.state;
  return {
    reader: ItemReader && (await readItemLimit(ItemReader, visit, strand)),
    batch: ItemBatcher && (await readBatchLimits(ItemBatcher, visit, strand)),
  };
}

interface Settings {
  readonly concurrency: number;
  /** The items, where no reader finds them. */
  readonly given: MapItems | undefined;
  readonly limits: Limits;
  readonly tolerated: ToleratedFailure;
}

/** The files of a ResultWriter are written for a Map Run that failed, too. */
async function runToResult(settings: Settings, mapRun: MapRun, visit: Visit, strand: Strand): Promise<Json> {
  const { concurrency, given, limits, tolerated } = settings;
  // A test of one state wants to see what its children would get, though it runs none.
  const shown = visit.inspection && (await prepareInputs(given, limits, visit, strand));
  const mocked = await takeMockedResult(given ? [...given.values] : visit.input, visit, strand, shown?.length);
  if (mocked !== undefined) return mocked;
  const target = await readTarget(visit.state.ResultWriter, visit, strand);
  const inputs = shown ?? (await prepareInputs(given, limits, visit, strand));
  const { children, failure } = await runChildren(inputs, concurrency, tolerated, mapRun, visit, strand);
  const written = target && writeResults(children, target, mapRun, visit, strand);
  if (failure !== undefined) throw failure;
  return written ?? gatherResults(children, visit);
}

async function prepareInputs(
  given: MapItems | undefined,
  { batch, reader }: Limits,
  visit: Visit,
  strand: Strand,
): Promise<ChildInput[]> {
  const { ItemBatcher, ItemReader } = visit.state;
  const items = given ?? (await readFromObjects(ItemReader as ItemReaderDefinition, reader, visit, strand));
  const selected = await selectItems(items, visit, strand);
  if (!ItemBatcher || !batch) return selected.map((input) => ({ input, itemCount: 1 }));
  const batches = await batchItems(selected, ItemBatcher, batch, visit, strand);
  inspect(
    visit,
    "afterItemBatcher",
    batches.map(({ input }) => input),
  );
  return batches;
}
