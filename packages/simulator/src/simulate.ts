import { quotas } from "@treadle/asl";
import type { Diagnostic } from "@treadle/diagnostics";
import { AbortScope } from "./abort-scope.js";
import { type Clock, RealClock, VirtualClock } from "./clock.js";
import { type MachineDefinition, walkStates } from "./definition.js";
import { simulatorDiagnostics } from "./diagnostics.js";
import { Aborted, StateFailure } from "./failure.js";
import { History, UNTRUNCATED } from "./history.js";
import type { SimulateOptions } from "./options.js";
import { SeededRandom } from "./random.js";
import { readDefinition } from "./read-definition.js";
import { runStates } from "./run-states.js";
import type { SimulatedExecution } from "./simulated-execution.js";
import { SimulationRefused } from "./simulation-refused.js";
import type { ExecutionIds, ExecutionRun, Strand } from "./strand.js";
import { TaskResolver } from "./tasks/task-resolver.js";
import { Timeline } from "./timeline.js";
import { VariableScope } from "./variable-scope.js";

const DEFAULT_START = "2025-01-01T00:00:00Z";
const DEFAULT_EXPRESSION_STEPS = 5_000_000;

type Ending = Pick<SimulatedExecution, "status" | "output" | "error" | "cause"> & {
  diagnostics?: readonly Diagnostic[];
};

/**
 * Runs a state machine's definition in process, as Step Functions would: same output, errors, causes and history.
 * Under the virtual clock, which is the default, waits, retries and timeouts cost no time.
 *
 * What cannot be simulated (a task that nothing stands for, a definition that is none) ends with the status `REFUSED`
 * and says why in `diagnostics`.
 */
export function simulate(definition: string | object, options: SimulateOptions = {}): Promise<SimulatedExecution> {
  return runExecution(definition, options, createClock(options), new AbortScope());
}

async function runExecution(
  definition: string | object,
  options: SimulateOptions,
  clock: Clock,
  abort: AbortScope,
): Promise<SimulatedExecution> {
  const input = structuredClone(options.input ?? {});
  const startMs = clock.now();
  const ids = createIds(options);
  const read = readDefinition(definition, options.substitutions ?? {});
  const diagnostics = "machine" in read ? checkMocks(read.machine, options) : read.diagnostics;
  const base = { name: ids.executionName, executionArn: ids.executionArn, startTime: new Date(startMs), input };
  if (!("machine" in read) || diagnostics.length > 0) {
    const nothing = { events: [], path: [], timeline: [], variables: {} };
    return { ...base, status: "REFUSED", stopTime: new Date(startMs), ...nothing, diagnostics };
  }
  const random = new SeededRandom(options.seed ?? 0);
  const run: ExecutionRun = {
    machine: read.machine,
    options,
    ids,
    input,
    startMs,
    clock,
    history: new History(clock, options.onEvent),
    random,
    settings: {
      random,
      nowMs: () => clock.now(),
      maxSteps: options.expressionSteps ?? DEFAULT_EXPRESSION_STEPS,
    },
    tasks: new TaskResolver(options, random, (inner, innerOptions, outer) =>
      clock.inside(() => runExecution(inner, innerOptions, clock, new AbortScope(outer))),
    ),
    timeline: new Timeline(startMs),
    runBlock: runStates,
  };
  const strand: Strand = {
    run,
    variables: new VariableScope(),
    abort,
    lastEventId: 0,
    within: [],
  };
  const ending = await runToEnd(strand);
  return {
    ...base,
    diagnostics: [],
    ...ending,
    stopTime: new Date(clock.now()),
    events: run.history.events,
    path: run.timeline.entries.map((entry) => entry.state),
    timeline: run.timeline.entries,
    variables: strand.variables.toObject(),
  };
}

function createClock(options: SimulateOptions): Clock {
  if (options.clock === "real") return new RealClock();
  return new VirtualClock(new Date(options.startTime ?? DEFAULT_START).getTime());
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
  const known = [...walkStates(machine)]
    .filter(([, state]) => state.Type === "Task" || state.Type === "Map" || state.Type === "Parallel")
    .map(([name]) => name);
  return Object.keys(mocks ?? {})
    .filter((state) => !known.includes(state))
    .map((state) => simulatorDiagnostics["unknown-mock-state"]({ state, known }));
}

async function runToEnd(strand: Strand): Promise<Ending> {
  const { clock, history, ids, input, machine, options } = strand.run;
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
    history.add(strand, "ExecutionSucceeded", { output: history.toText(output), outputDetails: UNTRUNCATED });
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
    history.add(
      strand,
      timedOut ? "ExecutionTimedOut" : "ExecutionAborted",
      timedOut ? { error: "States.Timeout" } : {},
    );
    return timedOut ? { status: "TIMED_OUT", error: "States.Timeout" } : { status: "ABORTED" };
  }
  if (!(reason instanceof StateFailure)) throw reason;
  const details = {
    ...(reason.error !== undefined && { error: reason.error }),
    ...(reason.causeText !== undefined && { cause: reason.causeText }),
  };
  history.add(strand, "ExecutionFailed", Object.keys(details).length > 0 ? details : undefined);
  return { status: "FAILED", ...details };
}
