import type { AbortScope } from "../abort-scope.js";
import { type CheckpointPart, isDone, toFormerChild } from "../checkpoint.js";
import { Aborted, StateFailure } from "../failure.js";
import { type GroupMember, type GroupResult, runGroup } from "../group.js";
import type { Json } from "../json.js";
import type { Strand, Visit } from "../strand.js";
import type { ChildInput } from "./batch-items.js";
import type { ChildRecord } from "./child-record.js";
import { createChild, isExpress } from "./create-child.js";
import type { MapRun } from "./map-run.js";
import { processorOf } from "./processor.js";
import { exceedsTolerance, type ToleratedFailure, thresholdFailure } from "./tolerated-failure.js";

/** What has become of a Map Run's children, in the order of their inputs. */
export interface ChildrenEnd {
  readonly children: readonly ChildRecord[];
  /** What failed the Map Run, if anything did. */
  readonly failure?: unknown;
}

/** Runs the processor once per input, each time as an execution of its own, until more fail than are tolerated. */
export async function runChildren(
  inputs: readonly ChildInput[],
  concurrency: number,
  tolerated: ToleratedFailure,
  mapRun: MapRun,
  visit: Visit,
  strand: Strand,
): Promise<ChildrenEnd> {
  const total = inputs.reduce((sum, { itemCount }) => sum + itemCount, 0);
  let failed = 0;
  const ended: ChildRecord[] = [];
  const parts = visit.parts ?? [];
  visit.parts = undefined;
  // What becomes of the children that do not succeed, those that failed within the tolerance included.
  const remaining: CheckpointPart[] = [];
  const runsOn = isExpress(visit);
  const start = (index: number, abort: AbortScope): GroupMember => {
    const part = parts[index];
    const { input, itemCount } = inputs[index] as ChildInput;
    // A Map Run that fails lets its Express children come to their end.
    const scope = runsOn ? strand.abort : abort;
    const child = createChild({ index, input, former: toFormerChild(part) }, mapRun, scope, visit, strand);
    const { clock, history, ids, redrive, startMs } = child.run;
    const redriveCount = redrive?.count ?? 0;
    const end = (outcome: Pick<ChildRecord, "status" | "output" | "error" | "cause" | "isFormer">): void => {
      const { executionArn, executionName, machineArn } = ids;
      const times = { startMs, stopMs: clock.now(), redrivenMs: redrive?.redrivenMs };
      ended[index] = {
        ...outcome,
        input,
        execution: { executionArn, executionName, machineArn, redriveCount, ...times },
      };
    };
    const run = async (): Promise<Json> => {
      if (isDone(part)) {
        end({ status: "SUCCEEDED", output: part.output, isFormer: true });
        return null;
      }
      try {
        end({ status: "SUCCEEDED", output: await child.run.runBlock(processorOf(visit.state), input, child) });
      } catch (error) {
        history.addEnd(child.lastEventId, error instanceof Aborted ? "ExecutionAborted" : "ExecutionFailed");
        remaining[index] = { ids, startMs, redriveCount, events: history.events, checkpoint: child.checkpoint };
        if (error instanceof Aborted) end({ status: "ABORTED", cause: describeAbort(mapRun) });
        if (!(error instanceof StateFailure)) throw error;
        end({ status: "FAILED", error: error.error, cause: error.causeText });
        failed += itemCount;
        if (exceedsTolerance(failed, total, tolerated)) throw thresholdFailure();
      }
      return null;
    };
    return { strand: child, run };
  };
  let group: GroupResult | undefined;
  try {
    group = await runGroup(inputs.length, concurrency, strand, start);
  } finally {
    if (group === undefined || "failure" in group) {
      strand.failedParts = inputs.map((_, index) => {
        const output = ended[index]?.output;
        return output === undefined ? (remaining[index] ?? parts[index]) : { output };
      });
    }
  }
  const children = inputs.map(({ input }, index): ChildRecord => ended[index] ?? { status: "PENDING", input });
  if (!("failure" in group)) return { children };
  return { children, failure: group.failure.reason };
}

function describeAbort({ arn }: MapRun): string {
  return `The map run execution [${arn}] which was managing this resource was aborted`;
}
