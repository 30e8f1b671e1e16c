import { quotas } from "@treadle/asl";
import type { AbortScope } from "../abort-scope.js";
import { Aborted, StateFailure } from "../failure.js";
import { runGroup } from "../group.js";
import { History } from "../history.js";
import type { Json } from "../json.js";
import { takeMockedResult } from "../mocked-result.js";
import type { ExecutionRun, Strand, Visit } from "../strand.js";
import { VariableScope } from "../variable-scope.js";
import { batchItems } from "./batch-items.js";
import { readFromObjects } from "./item-reader.js";
import { createMapItem, readItems, selectItem } from "./map-items.js";
import { readConcurrency } from "./map-numbers.js";
import { processorOf } from "./processor.js";
import {
  exceedsTolerance,
  readToleratedFailure,
  type ToleratedFailure,
  thresholdFailure,
} from "./tolerated-failure.js";

/** Runs the processor once per item or batch, each as an execution of its own, with a history of its own. */
export async function runDistributedMap(visit: Visit, strand: Strand): Promise<Json> {
  const { state } = visit;
  const { history } = strand.run;
  const concurrency = await readConcurrency(quotas.distributedMapConcurrency, visit, strand);
  const given = state.ItemReader ? undefined : await readItems(visit, strand);
  history.add(strand, "MapStateStarted", { length: given?.length ?? 0 });
  const tolerated = await readToleratedFailure(visit, strand);
  const mapRunArn = createMapRunArn(visit, strand);
  history.add(strand, "MapRunStarted", { mapRunArn });
  const { lastEventId } = strand;
  try {
    const mocked = await takeMockedResult(given ?? visit.input, visit, strand);
    const outputs =
      mocked ?? (await runChildren(await prepareInputs(given, visit, strand), concurrency, tolerated, visit, strand));
    history.add(strand, "MapRunSucceeded");
    return state.ResultWriter?.Resource === undefined ? outputs : describeExport(mapRunArn, visit);
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

async function prepareInputs(given: readonly Json[] | undefined, visit: Visit, strand: Strand): Promise<Json[]> {
  const { ItemBatcher, ItemReader } = visit.state;
  const items = given ?? (ItemReader ? await readFromObjects(ItemReader, visit, strand) : []);
  const selected: Json[] = [];
  for (const [i, item] of items.entries()) selected.push(await selectItem(createMapItem(i, item), visit, strand));
  return ItemBatcher ? batchItems(selected, ItemBatcher, visit, strand) : selected;
}

async function runChildren(
  inputs: readonly Json[],
  concurrency: number,
  tolerated: ToleratedFailure,
  visit: Visit,
  strand: Strand,
): Promise<Json> {
  let failed = 0;
  const succeeded: boolean[] = [];
  const group = await runGroup(inputs.length, concurrency, strand, (index, abort) => {
    const child = createChild(index, inputs[index] as Json, abort, visit, strand);
    const run = async (): Promise<Json> => {
      try {
        const output = await child.run.runBlock(processorOf(visit.state), inputs[index] as Json, child);
        succeeded[index] = true;
        return output;
      } catch (error) {
        if (!(error instanceof StateFailure)) throw error;
        failed += 1;
        if (exceedsTolerance(failed, inputs.length, tolerated)) throw thresholdFailure();
        return null;
      }
    };
    return { strand: child, run };
  });
  if ("failure" in group) throw group.failure.reason;
  return group.outputs.filter((_, i) => succeeded[i]);
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
    history: new History(clock),
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

/** What stays of the outputs when they go to a bucket; the simulator writes no objects. */
function describeExport(mapRunArn: string, visit: Visit): Json {
  const { Arguments, Parameters } = visit.state.ResultWriter ?? {};
  const target = (Arguments ?? Parameters ?? {}) as { Bucket?: string; Prefix?: string };
  const prefix = target.Prefix ? `${target.Prefix.replace(/\/$/, "")}/` : "";
  return {
    MapRunArn: mapRunArn,
    ResultWriterDetails: {
      Bucket: target.Bucket ?? "",
      Key: `${prefix}${mapRunArn.slice(mapRunArn.lastIndexOf(":") + 1)}/manifest.json`,
    },
  };
}
