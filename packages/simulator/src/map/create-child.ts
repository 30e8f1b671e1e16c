import type { AbortScope } from "../abort-scope.js";
import type { FormerChild } from "../checkpoint.js";
import type { ExecutionIds } from "../execution-ids.js";
import { History } from "../history.js";
import type { Json } from "../json.js";
import type { ExecutionRun, Strand, Visit } from "../strand.js";
import { VariableScope } from "../variable-scope.js";
import type { MapRun } from "./map-run.js";
import { processorOf } from "./processor.js";

interface ChildStart {
  readonly index: number;
  readonly input: Json;
  /** What a redrive goes on with. */
  readonly former: FormerChild | undefined;
}

/** Whether a distributed Map state runs its children as Express executions. */
export function isExpress({ state }: Visit): boolean {
  return processorOf(state).ProcessorConfig?.ExecutionType === "EXPRESS";
}

/**
 * An execution of its own: no variables from outside, and the item as its input. Redriven, a Standard child goes on where it ended,
 * and an Express one begins anew under its name.
 */
export function createChild(
  { former, index, input }: ChildStart,
  mapRun: MapRun,
  abort: AbortScope,
  visit: Visit,
  strand: Strand,
): Strand {
  const { clock, history } = strand.run;
  const express = isExpress(visit);
  const resumed = express ? undefined : former;
  const nowMs = clock.now();
  const run: ExecutionRun = {
    ...strand.run,
    ids: former?.ids ?? createIds(mapRun, express, strand),
    input,
    startMs: resumed?.startMs ?? nowMs,
    history: new History(clock, {
      records: history.records,
      limited: !express,
      ...(resumed && { before: resumed.events }),
    }),
    redrive: former && { count: former.redriveCount + 1, redrivenMs: resumed && nowMs },
  };
  const child: Strand = {
    run,
    abort,
    variables: new VariableScope(),
    lastEventId: resumed?.events.length ?? 0,
    within: [...strand.within, `${visit.name}[${index}]`],
    resumeFrom: resumed?.checkpoint,
  };
  // Nobody sees a child's history, but causes tell the ids of its events.
  if (resumed) run.history.add(child, "ExecutionRedriven", { redriveCount: resumed.redriveCount + 1 });
  else run.history.addAside(0, "ExecutionStarted");
  return child;
}

/** The ARN of an Express child ends in an id of its own, behind its name. */
function createIds({ machineArn }: MapRun, express: boolean, { run }: Strand): ExecutionIds {
  const executionName = run.random.nextUuid();
  const executionArn = express
    ? `${machineArn.replace(":stateMachine:", ":express:")}:${executionName}:${run.random.nextUuid()}`
    : `${machineArn.replace(":stateMachine:", ":execution:")}:${executionName}`;
  return { ...run.ids, machineArn, executionName, executionArn };
}
