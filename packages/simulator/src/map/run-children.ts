import type { AbortScope } from "../abort-scope.js";
import { isDone } from "../checkpoint.js";
import { Aborted, StateFailure } from "../failure.js";
import { runGroup } from "../group.js";
import { History } from "../history.js";
import type { Json } from "../json.js";
import type { ExecutionIds, ExecutionRun, Strand, Visit } from "../strand.js";
import { VariableScope } from "../variable-scope.js";
import type { ChildInput } from "./batch-items.js";
import type { ChildRecord } from "./child-record.js";
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
  const group = await runGroup(inputs.length, concurrency, strand, (index, abort) => {
    const part = parts[index];
    const { input, itemCount } = inputs[index] as ChildInput;
    const child = createChild(index, input, mapRun, abort, visit, strand);
    const { clock, ids, startMs } = child.run;
    const end = (outcome: Pick<ChildRecord, "status" | "output" | "error" | "cause" | "isFormer">): void => {
      const { executionArn, executionName, machineArn } = ids;
      const stopMs = clock.now();
      ended[index] = { ...outcome, input, execution: { executionArn, executionName, machineArn, startMs, stopMs } };
    };
    const run = async (): Promise<Json> => {
      if (isDone(part)) {
        end({ status: "SUCCEEDED", output: part.output, isFormer: true });
        return null;
      }
      try {
        end({ status: "SUCCEEDED", output: await child.run.runBlock(processorOf(visit.state), input, child) });
      } catch (error) {
        if (error instanceof Aborted) end({ status: "ABORTED" });
        if (!(error instanceof StateFailure)) throw error;
        end({ status: "FAILED", error: error.error, cause: error.causeText });
        failed += itemCount;
        if (exceedsTolerance(failed, total, tolerated)) throw thresholdFailure();
      }
      return null;
    };
    return { strand: child, run };
  });
  const children = inputs.map(({ input }, index): ChildRecord => ended[index] ?? { status: "PENDING", input });
  if (!("failure" in group)) return { children };
  // Children that failed within the tolerance have ended, but a redrive runs them again.
  strand.failedParts = children.map(({ output }) => (output === undefined ? undefined : { output }));
  return { children, failure: group.failure.reason };
}

/** An execution of its own: no variables from outside, and the item as its input. */
function createChild(
  index: number,
  input: Json,
  mapRun: MapRun,
  abort: AbortScope,
  visit: Visit,
  strand: Strand,
): Strand {
  const { clock } = strand.run;
  const isExpress = processorOf(visit.state).ProcessorConfig?.ExecutionType === "EXPRESS";
  const run: ExecutionRun = {
    ...strand.run,
    ids: createIds(mapRun, isExpress, strand),
    input,
    startMs: clock.now(),
    history: new History(clock, { records: strand.run.history.records, limited: !isExpress }),
  };
  return {
    run,
    abort,
    variables: new VariableScope(),
    lastEventId: 0,
    within: [...strand.within, `${visit.name}[${index}]`],
  };
}

/** The ARN of an Express child ends in an id of its own, behind its name. */
function createIds({ machineArn }: MapRun, isExpress: boolean, { run }: Strand): ExecutionIds {
  const executionName = run.random.nextUuid();
  const executionArn = isExpress
    ? `${machineArn.replace(":stateMachine:", ":express:")}:${executionName}:${run.random.nextUuid()}`
    : `${machineArn.replace(":stateMachine:", ":execution:")}:${executionName}`;
  return { ...run.ids, machineArn, executionName, executionArn };
}
