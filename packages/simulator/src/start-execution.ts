import { quotas } from "@treadle/asl";
import type { Diagnostic, SourceLocation } from "@treadle/diagnostics";
import { AbortScope } from "./abort-scope.js";
import type { Checkpoint } from "./checkpoint.js";
import { type Clock, RealClock, VirtualClock } from "./clock.js";
import { type MachineDefinition, walkStates } from "./definition.js";
import { simulatorDiagnostics } from "./diagnostics.js";
import type { ExecutionIds } from "./execution-ids.js";
import { Aborted, HistoryFull, StateFailure } from "./failure.js";
import { History, UNTRUNCATED } from "./history.js";
import type { HistoryEvent } from "./history-event.js";
import type { Json } from "./json.js";
import type { SimulateOptions } from "./options.js";
import { SeededRandom } from "./random.js";
import { readDefinition } from "./read-definition.js";
import { resumptions } from "./resumptions.js";
import { runStates } from "./run-states.js";
import type { SimulatedExecution, WrittenObject } from "./simulated-execution.js";
import { SimulationRefused } from "./simulation-refused.js";
import type { ExecutionRun, Strand } from "./strand.js";
import { TaskResolver } from "./tasks/task-resolver.js";
import { Timeline } from "./timeline.js";
import { VariableScope } from "./variable-scope.js";

const DEFAULT_START = "2025-01-01T00:00:00Z";
const DEFAULT_EXPRESSION_STEPS = 5_000_000;

type Ending = Pick<SimulatedExecution, "status" | "output" | "error" | "cause"> & {
  diagnostics?: readonly Diagnostic[];
};

/** Runs a definition as one execution with a clock of its own. */
export function startExecution(definition: string | object, options: SimulateOptions): Promise<SimulatedExecution> {
  return runExecution(definition, options, createClock(options), new AbortScope());
}

/** An execution before its redrive. */
export interface Former {
  readonly checkpoint: Checkpoint;
  /** How often it has been redriven, this time included. */
  readonly redriveCount: number;
  readonly redrivenMs: number;
  readonly events: readonly HistoryEvent[];
  readonly written: readonly WrittenObject[];
  readonly startMs: number;
}

/** Goes on with an execution from its checkpoint. */
export function resumeExecution(
  definition: string | object,
  options: SimulateOptions,
  former: Former,
): Promise<SimulatedExecution> {
  const clock = createClock({ ...options, startTime: new Date(former.redrivenMs) });
  return runExecution(definition, options, clock, new AbortScope(), former);
}

async function runExecution(
  definition: string | object,
  options: SimulateOptions,
  clock: Clock,
  abort: AbortScope,
  former?: Former,
): Promise<SimulatedExecution> {
  const input = structuredClone(readInput(options));
  const startMs = former?.startMs ?? clock.now();
  const ids = createIds(options);
  const read = readDefinition(definition, options.substitutions ?? {});
  const diagnostics = "machine" in read ? checkMocks(read.machine, options) : read.diagnostics;
  if (!("machine" in read) || diagnostics.length > 0) return refuse(ids, input, startMs, diagnostics);
  // A redrive must not give its executions the names and ids of earlier ones.
  const random = new SeededRandom((options.seed ?? 0) + (former?.redriveCount ?? 0));
  const started: Promise<SimulatedExecution>[] = [];
  const run: ExecutionRun = {
    machine: read.machine,
    options,
    ids,
    input,
    startMs,
    clock,
    history: new History(clock, {
      records: options.history ?? true,
      limited: options.type !== "EXPRESS",
      onEvent: options.onEvent,
      ...(former && { before: former.events }),
    }),
    random,
    settings: {
      random,
      nowMs: () => clock.now(),
      maxSteps: options.expressionSteps ?? DEFAULT_EXPRESSION_STEPS,
    },
    tasks: new TaskResolver(options, random, {
      run: (inner, innerOptions, outer) => {
        const scope = new AbortScope(outer);
        const ending = runExecution(inner, innerOptions, clock, scope);
        const release = (): void => {
          scope.dispose();
          started.push(ending);
        };
        return { ending, release };
      },
      start: (inner, innerOptions) => {
        started.push(runExecution(inner, innerOptions, clock, new AbortScope()));
      },
    }),
    written: [...(former?.written ?? [])],
    redrive: former && { count: former.redriveCount, redrivenMs: former.redrivenMs },
    timeline: new Timeline(startMs, options.history, readSourceMap(options.sourceMap)),
    interleaving: options.interleaving === "seeded" ? new SeededRandom((options.seed ?? 0) + 1) : undefined,
    runBlock: runStates,
  };
  const strand: Strand = {
    run,
    variables: new VariableScope(),
    abort,
    lastEventId: former?.events.length ?? 0,
    within: [],
    resumeFrom: former?.checkpoint,
  };
  const ending = await runToEnd(strand);
  const stopTime = new Date(clock.now());
  const others = await Promise.all(started);
  const execution: SimulatedExecution = {
    ...describeStart(ids, input, startMs),
    ...ending,
    diagnostics: [...(ending.diagnostics ?? []), ...others.flatMap((other) => other.diagnostics)],
    stopTime,
    events: run.history.events,
    path: run.timeline.entries.map((entry) => entry.state),
    timeline: run.timeline.entries,
    variables: strand.variables.toObject(),
    statements: run.tasks.statements,
    objects: run.written,
    started: others,
  };
  const { checkpoint } = strand;
  if (checkpoint && execution.status !== "REFUSED" && options.type !== "EXPRESS") {
    resumptions.set(execution, { definition, options, checkpoint, count: former?.redriveCount ?? 0, startMs });
  }
  return execution;
}

/** The result of a run that could not begin. */
export function refuseExecution(options: SimulateOptions, diagnostics: readonly Diagnostic[]): SimulatedExecution {
  return refuse(createIds(options), readInput(options), createClock(options).now(), diagnostics);
}

/** An execution without input gets an empty object; null is an input. */
function readInput({ input = {} }: SimulateOptions): Json {
  return input as Json;
}

function refuse(ids: ExecutionIds, input: Json, atMs: number, diagnostics: readonly Diagnostic[]): SimulatedExecution {
  const nothing = { events: [], path: [], timeline: [], variables: {}, statements: [], objects: [], started: [] };
  return { ...describeStart(ids, input, atMs), status: "REFUSED", stopTime: new Date(atMs), ...nothing, diagnostics };
}

function describeStart(ids: ExecutionIds, input: Json, startMs: number) {
  return { name: ids.executionName, executionArn: ids.executionArn, startTime: new Date(startMs), input };
}

function createClock(options: SimulateOptions): Clock {
  if (options.clock === "real") return new RealClock();
  return new VirtualClock(new Date(options.startTime ?? DEFAULT_START).getTime());
}

function readSourceMap(map: SimulateOptions["sourceMap"]): Readonly<Record<string, SourceLocation>> | undefined {
  return typeof map === "string" ? (JSON.parse(map) as Record<string, SourceLocation>) : map;
}

const DEFAULT_ACCOUNT = "123456789012";
const DEFAULT_REGION = "us-east-1";

function createIds(options: SimulateOptions): ExecutionIds {
  const { executionArn, machine } = options;
  const [, , , region = DEFAULT_REGION, account = DEFAULT_ACCOUNT] = (machine?.arn ?? executionArn ?? "").split(":");
  const machineName = machine?.name ?? machine?.arn?.split(":").at(-1) ?? executionArn?.split(":")[6] ?? "Simulated";
  const machineArn = machine?.arn ?? `arn:aws:states:${region}:${account}:stateMachine:${machineName}`;
  const executionName = options.name ?? executionArn?.split(":").at(-1) ?? "simulated";
  return {
    executionArn: executionArn ?? `${machineArn.replace(":stateMachine:", ":execution:")}:${executionName}`,
    executionName,
    machineArn,
    machineName,
    roleArn: options.roleArn ?? `arn:aws:iam::${account}:role/simulated`,
    region,
  };
}

/** A mock whose state does not exist would do nothing, which is never meant. */
function checkMocks(machine: MachineDefinition, { mocks }: SimulateOptions): Diagnostic[] {
  if (mocks === undefined) return [];
  const known = [...walkStates(machine)]
    .filter(([, state]) => state.Type === "Task" || state.Type === "Map" || state.Type === "Parallel")
    .map(([name]) => name);
  return Object.keys(mocks)
    .filter((state) => !known.includes(state))
    .map((state) => simulatorDiagnostics["unknown-mock-state"]({ state, known }));
}

async function runToEnd(strand: Strand): Promise<Ending> {
  const { clock, history, ids, input, machine, options } = strand.run;
  if (strand.run.redrive) history.add(strand, "ExecutionRedriven", { redriveCount: strand.run.redrive.count });
  else
    history.addAside(0, "ExecutionStarted", {
      input: history.toText(input),
      inputDetails: UNTRUNCATED,
      ...(ids.roleArn !== null && { roleArn: ids.roleArn }),
    });
  const timeoutSeconds = machine.TimeoutSeconds || (options.type === "EXPRESS" ? quotas.expressSeconds : undefined);
  let timedOut = false;
  const expire = (): void => {
    timedOut = true;
    strand.abort.abort();
  };
  const cancelTimeout = timeoutSeconds === undefined ? undefined : clock.schedule(timeoutSeconds * 1000, expire);
  try {
    const output = await runStates(machine, input, strand);
    history.addEnd(strand.lastEventId, "ExecutionSucceeded", {
      output: history.toText(output),
      outputDetails: UNTRUNCATED,
    });
    return { status: "SUCCEEDED", output };
  } catch (error) {
    return describeFailure(error, timedOut, strand);
  } finally {
    cancelTimeout?.();
    // Ends what a refused branch may have left running beside it.
    strand.abort.abort();
  }
}

function describeFailure(reason: unknown, timedOut: boolean, strand: Strand): Ending {
  const { history } = strand.run;
  if (reason instanceof SimulationRefused) return { status: "REFUSED", diagnostics: [reason.diagnostic] };
  if (reason instanceof Aborted) {
    history.addEnd(0, timedOut ? "ExecutionTimedOut" : "ExecutionAborted", timedOut ? { error: "States.Timeout" } : {});
    return timedOut ? { status: "TIMED_OUT", error: "States.Timeout" } : { status: "ABORTED" };
  }
  if (reason instanceof HistoryFull) return describeFullHistory(strand);
  if (!(reason instanceof StateFailure)) throw reason;
  const details = {
    ...(reason.error !== undefined && { error: reason.error }),
    ...(reason.causeText !== undefined && { cause: reason.causeText }),
  };
  history.addEnd(strand.lastEventId, "ExecutionFailed", Object.keys(details).length > 0 ? details : undefined);
  return { status: "FAILED", ...details };
}

function describeFullHistory({ lastEventId, run }: Strand): Ending {
  const details = {
    error: "States.Runtime",
    cause: `The execution reached the maximum number of history events (${quotas.historyEvents}).`,
  };
  run.history.addEnd(lastEventId, "ExecutionFailed", details);
  return { status: "FAILED", ...details };
}
