import { quotas } from "@treadle/asl";
import type { AbortScope } from "../abort-scope.js";
import { isDone } from "../checkpoint.js";
import type { ItemReader as ItemReaderDefinition } from "../definition.js";
import { Aborted, StateFailure } from "../failure.js";
import { runGroup } from "../group.js";
import { History } from "../history.js";
import type { Json } from "../json.js";
import { takeMockedResult } from "../mocked-result.js";
import { hasChange } from "../service-changes.js";
import type { ExecutionRun, Strand, Visit } from "../strand.js";
import { VariableScope } from "../variable-scope.js";
import { type BatchLimits, batchItems, type ChildInput, readBatchLimits } from "./batch-items.js";
import type { MapResult } from "./inline-map.js";
import { readFromObjects, readItemLimit } from "./item-reader.js";
import { createMapItem, type MapItems, readItems, selectItem } from "./map-items.js";
import { readConcurrency } from "./map-numbers.js";
import { processorOf } from "./processor.js";
import {
  exceedsTolerance,
  readToleratedFailure,
  type ToleratedFailure,
  thresholdFailure,
} from "./tolerated-failure.js";
import { type ChildRecord, gatherResults, readTarget, writeResults } from "./write-results.js";

/** Runs the processor once per item or batch, each as an execution of its own, with a history of its own. */
export async function runDistributedMap(visit: Visit, strand: Strand): Promise<MapResult> {
  const { state } = visit;
  const { history } = strand.run;
  const concurrency = await readConcurrency(quotas.distributedMapConcurrency, visit, strand);
  const given = state.ItemReader ? undefined : await readItems(visit, strand);
  history.add(strand, "MapStateStarted", { length: given?.values.length ?? 0 });
  const tolerated = await readToleratedFailure(visit, strand);
  const limits = await readLimits(visit, strand);
  const mapRunArn = createMapRunArn(visit, strand);
  history.add(strand, "MapRunStarted", { mapRunArn });
  const { lastEventId } = strand;
  try {
    const mocked = await takeMockedResult(given ? [...given.values] : visit.input, visit, strand);
    const target = await readTarget(state.ResultWriter, visit, strand);
    const children =
      mocked !== undefined
        ? []
        : await runChildren(await prepareInputs(given, limits, visit, strand), concurrency, tolerated, visit, strand);
    const succeededId = history.addAside(lastEventId, "MapRunSucceeded");
    const stateSucceededId = history.addAside(succeededId, "MapStateSucceeded");
    strand.lastEventId = hasChange("distributedMapExit", strand.run.options.asOf) ? lastEventId : succeededId;
    const result =
      mocked ??
      (target
        ? await writeResults(children, target, mapRunArn, visit, strand)
        : gatherResults(children, visit, strand));
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

async function prepareInputs(
  given: MapItems | undefined,
  { batch, reader }: Limits,
  visit: Visit,
  strand: Strand,
): Promise<ChildInput[]> {
  const { ItemBatcher, ItemReader } = visit.state;
  const items = given ?? (await readFromObjects(ItemReader as ItemReaderDefinition, reader, visit, strand));
  const selected: Json[] = [];
  for (const i of items.values.keys()) selected.push(await selectItem(createMapItem(i, items, strand), visit, strand));
  return ItemBatcher && batch
    ? batchItems(selected, ItemBatcher, batch, visit, strand)
    : selected.map((input) => ({ input, itemCount: 1 }));
}

async function runChildren(
  inputs: readonly ChildInput[],
  concurrency: number,
  tolerated: ToleratedFailure,
  visit: Visit,
  strand: Strand,
): Promise<ChildRecord[]> {
  const total = inputs.reduce((sum, { itemCount }) => sum + itemCount, 0);
  let failed = 0;
  const children: ChildRecord[] = [];
  const parts = visit.parts ?? [];
  visit.parts = undefined;
  const group = await runGroup(inputs.length, concurrency, strand, (index, abort) => {
    const part = parts[index];
    const { input, itemCount } = inputs[index] as ChildInput;
    const child = createChild(index, input, abort, visit, strand);
    const { clock, ids, startMs } = child.run;
    const start = { executionArn: ids.executionArn, name: ids.executionName, input, startMs };
    const run = async (): Promise<Json> => {
      if (isDone(part)) {
        children[index] = { ...start, stopMs: startMs, output: part.output };
        return null;
      }
      try {
        const output = await child.run.runBlock(processorOf(visit.state), input, child);
        children[index] = { ...start, stopMs: clock.now(), output };
      } catch (error) {
        if (!(error instanceof StateFailure)) throw error;
        children[index] = { ...start, stopMs: clock.now(), error: error.error, cause: error.causeText };
        failed += itemCount;
        if (exceedsTolerance(failed, total, tolerated)) throw thresholdFailure();
      }
      return null;
    };
    return { strand: child, run };
  });
  if ("failure" in group) {
    // Children that failed within the tolerance have ended, but a redrive runs them again.
    strand.failedParts = inputs.map((_, i) => {
      const output = children[i]?.output;
      return output === undefined ? undefined : { output };
    });
    throw group.failure.reason;
  }
  return children;
}

/** An execution of its own: no variables from outside, and the item as its input. */
function createChild(index: number, input: Json, abort: AbortScope, visit: Visit, strand: Strand): Strand {
  const { ids, clock, random } = strand.run;
  const executionName = random.nextUuid();
  const label = visit.state.Label ?? visit.name;
  const run: ExecutionRun = {
    ...strand.run,
    ids: { ...ids, executionName, executionArn: `${toArn(ids.machineArn, "execution")}/${label}:${executionName}` },
    input,
    startMs: clock.now(),
    history: new History(clock, {
      records: strand.run.history.records,
      limited: processorOf(visit.state).ProcessorConfig?.ExecutionType !== "EXPRESS",
    }),
  };
  return {
    run,
    abort,
    variables: new VariableScope(),
    lastEventId: 0,
    within: [...strand.within, `${visit.name}[${index}]`],
  };
}

function createMapRunArn(visit: Visit, { run }: Strand): string {
  const label = visit.state.Label ?? run.random.nextUuid();
  return `${toArn(run.ids.machineArn, "mapRun")}/${label}:${run.random.nextUuid()}`;
}

function toArn(machineArn: string, kind: "execution" | "mapRun"): string {
  return machineArn.replace(":stateMachine:", `:${kind}:`);
}
