import { AbortScope } from "../abort-scope.js";
import { applyCatcher, findCatcher } from "../catch.js";
import { VirtualClock } from "../clock.js";
import type { MachineDefinition, StateDefinition } from "../definition.js";
import { walkStates } from "../definition.js";
import { StateFailure } from "../failure.js";
import { History } from "../history.js";
import { isJsonObject, type Json, type JsonObject } from "../json.js";
import type { SimulateOptions, TaskOutcome } from "../options.js";
import { SeededRandom } from "../random.js";
import { computeBackoffSeconds, DEFAULT_MAX_ATTEMPTS, findRetrier } from "../retry.js";
import { limitStep } from "../run-state.js";
import { runStates } from "../run-states.js";
import { startExecution } from "../start-execution.js";
import { stateHandlers } from "../state-handlers.js";
import type { ExecutionRun, StateStep, Strand, Visit } from "../strand.js";
import { type NestedExecutions, TaskResolver } from "../tasks/task-resolver.js";
import { Timeline } from "../timeline.js";
import { VariableScope } from "../variable-scope.js";
import { checkDefinition, checkSingleState } from "./check-definition.js";
import { checkIterations } from "./check-iterations.js";
import { checkRequest, parseJson } from "./check-request.js";
import {
  type InspectionData,
  type TestStateInput,
  type TestStateOutput,
  TestStateRefused,
} from "./test-state-types.js";

/** What stands for the services that the state would call, and for the caller. */
export interface TestStateOptions extends Pick<SimulateOptions, "functions" | "task" | "seed"> {
  /** Twelve digits; default the role's account, else `123456789012`. */
  readonly accountId?: string;
}

/** What TestState calls the state that it tests. */
const STATE_NAME = "StateName";

const DEFAULT_START_MS = Date.UTC(2025, 0, 1);
const EXPRESSION_STEPS = 5_000_000;

/**
 * Runs one attempt of one state, as Step Functions' TestState does. `options` stand for the services that the state
 * would call on AWS: local functions or a resolver.
 *
 * @throws TestStateRefused for a request that TestState refuses, under the name of the SDK's error.
 */
export async function testState(request: TestStateInput, options: TestStateOptions = {}): Promise<TestStateOutput> {
  const { machine, state } = findState(request);
  const context = request.context === undefined ? undefined : parseJson(request.context, "context");
  await checkRequest(request, state, context);
  const input = parseJson(request.input ?? "{}", "input");
  const variables = parseJson(request.variables ?? "{}", "variables");
  const strand = createStrand(request, machine, input, context, options);
  if (isJsonObject(variables)) strand.variables.assign(variables);
  const visit = createVisit(request, state, input, strand);
  const answer = await runOnce(visit, strand);
  if ((request.inspectionLevel ?? "INFO") === "INFO") return answer.output;
  return { ...answer.output, inspectionData: describeInspection(visit, strand, answer.errorDetails) };
}

function findState(request: TestStateInput): { machine: MachineDefinition; state: StateDefinition } {
  const { definition = "", stateName } = request;
  const value = parseDefinition(definition);
  if (!("States" in value)) {
    const state = value as unknown as StateDefinition;
    const machine = { StartAt: STATE_NAME, States: { [STATE_NAME]: state } };
    checkSingleState(machine);
    return { machine, state };
  }
  checkDefinition(value);
  const machine = value as unknown as MachineDefinition;
  for (const [name, state] of walkStates(machine)) if (name === stateName) return { machine, state };
  throw new TestStateRefused("ValidationException", "State not found in definition");
}

function parseDefinition(text: string): JsonObject {
  try {
    const value = JSON.parse(text) as Json;
    if (isJsonObject(value)) return value;
  } catch {
    // Falls through to the refusal below: no JSON and no object are one fault.
  }
  throw new TestStateRefused("InvalidDefinition", "The definition must be a JSON object");
}

function createStrand(
  request: TestStateInput,
  machine: MachineDefinition,
  input: Json,
  context: Json | undefined,
  options: TestStateOptions,
): Strand {
  const clock = new VirtualClock(DEFAULT_START_MS);
  const random = new SeededRandom(options.seed ?? 0);
  const outcome = readMock(request);
  const runOptions: SimulateOptions = { ...options, ...(outcome && { mocks: { [STATE_NAME]: outcome } }) };
  const [, , , , account = options.accountId ?? "123456789012"] = (request.roleArn ?? "").split(":");
  const machineName = random.nextUuid();
  const executionName = random.nextUuid();
  const run: ExecutionRun = {
    machine,
    options: runOptions,
    ids: {
      executionName,
      executionArn: `arn:aws:states:us-east-1:${account}:express:${machineName}:${executionName}`,
      machineName,
      machineArn: `arn:aws:states:us-east-1:${account}:stateMachine:${machineName}`,
      roleArn: request.roleArn ?? null,
      region: "us-east-1",
    },
    input,
    startMs: clock.now(),
    clock,
    history: new History(clock),
    random,
    settings: { random, nowMs: () => clock.now(), maxSteps: EXPRESSION_STEPS },
    tasks: new TaskResolver(runOptions, random, noMachines),
    timeline: new Timeline(clock.now()),
    written: [],
    ...(context !== undefined && { context }),
    runBlock: runStates,
  };
  return { run, variables: new VariableScope(), abort: new AbortScope(), lastEventId: 0, within: [] };
}

/** The options name no machines, so that none is started. */
const noMachines: NestedExecutions = {
  run: (definition, options) => ({ ending: startExecution(definition, options), release: () => undefined }),
  start: () => undefined,
};

function readMock({ mock }: TestStateInput): TaskOutcome | undefined {
  if (mock?.result !== undefined) return { output: parseJson(mock.result, "mock.result") };
  return mock?.errorOutput && { error: mock.errorOutput.error, cause: mock.errorOutput.cause };
}

function createVisit(request: TestStateInput, state: StateDefinition, input: Json, strand: Strand): Visit {
  const { clock, timeline } = strand.run;
  const visit: Visit = {
    name: STATE_NAME,
    state,
    input,
    enteredMs: clock.now(),
    enteredId: 0,
    enteredAfterId: 0,
    timeline: timeline.enter(STATE_NAME, state.Type, [], clock.now()),
    retryCount: request.stateConfiguration?.retrierRetryCount ?? 0,
    inspection: {},
    readerData: request.stateConfiguration?.mapItemReaderData,
    checkMocked: (iterations, result) => checkIterations(request.stateConfiguration, iterations, result, visit, strand),
  };
  return visit;
}

type ErrorDetails = NonNullable<InspectionData["errorDetails"]>;

interface Answer {
  readonly output: TestStateOutput;
  readonly errorDetails?: ErrorDetails;
}

async function runOnce(visit: Visit, strand: Strand): Promise<Answer> {
  try {
    const step = takeStep(await stateHandlers[visit.state.Type](visit, strand), visit, strand);
    return {
      output: {
        status: "SUCCEEDED",
        output: JSON.stringify(step.output),
        ...(step.next !== undefined && { nextState: step.next }),
      },
    };
  } catch (error) {
    if (!(error instanceof StateFailure)) throw error;
    return describeFailure(error, visit, strand);
  }
}

/** @throws StateFailure for an output or variables that are too large. */
function takeStep(step: StateStep, visit: Visit, strand: Strand): StateStep {
  limitStep(step, visit, strand);
  if (step.assigned) strand.variables.assign(step.assigned);
  return step;
}

async function describeFailure(failure: StateFailure, visit: Visit, strand: Strand): Promise<Answer> {
  const { state } = visit;
  const reason = {
    ...(failure.error !== undefined && { error: failure.error }),
    ...(failure.causeText !== undefined && { cause: failure.causeText }),
  };
  const retryIndex = findRetrier(state.Retry ?? [], failure);
  const retrier = state.Retry?.[retryIndex];
  const details: ErrorDetails = retrier === undefined ? {} : { retryIndex };
  if (retrier && visit.retryCount < (retrier.MaxAttempts ?? DEFAULT_MAX_ATTEMPTS)) {
    const retryBackoffIntervalSeconds = computeBackoffSeconds(retrier, visit.retryCount);
    return { output: { status: "RETRIABLE", ...reason }, errorDetails: { ...details, retryBackoffIntervalSeconds } };
  }
  const catchIndex = findCatcher(state.Catch, failure);
  if (catchIndex < 0) return { output: { status: "FAILED", ...reason }, errorDetails: details };
  const step = takeStep(await applyCatcher(catchIndex, failure, visit, strand), visit, strand);
  return {
    output: {
      status: "CAUGHT_ERROR",
      output: JSON.stringify(step.output),
      ...reason,
      ...(step.next !== undefined && { nextState: step.next }),
    },
    errorDetails: { ...details, catchIndex },
  };
}

/** Limits stay numbers, everything else is JSON text. A Parallel state shows only what becomes of its result. */
function describeInspection(visit: Visit, strand: Strand, errorDetails: ErrorDetails | undefined): InspectionData {
  const { inspection = {}, state } = visit;
  const variables = strand.variables.toObject();
  const hidden = hiddenFields(state);
  const shown = Object.entries(inspection)
    .filter(([name]) => !hidden.includes(name))
    .map(([name, value]) => [name, showValue(name, value)] as const);
  return {
    input: JSON.stringify(visit.input),
    ...Object.fromEntries(shown),
    ...(Object.keys(variables).length > 0 && { variables: JSON.stringify(variables) }),
    ...(errorDetails && Object.keys(errorDetails).length > 0 && { errorDetails }),
  };
}

function showValue(name: string, value: Json): string | number {
  if (typeof value === "number" && isCount(name)) return value;
  if (name === "afterItemBatcher") return showItems((value as JsonObject[]).map(showBatch));
  return listsOfItems.has(name) && Array.isArray(value)
    ? showItems(value.map((item) => JSON.stringify(item)))
    : JSON.stringify(value);
}

function isCount(name: string): boolean {
  return name === "maxConcurrency" || name.startsWith("tolerated");
}

const listsOfItems: ReadonlySet<string> = new Set(["afterItemsPath", "afterItemSelector"]);

function showItems(texts: readonly string[]): string {
  return `[${texts.join(", ")}]`;
}

/** The items of a batch are shown as texts. */
function showBatch(batch: JsonObject): string {
  return JSON.stringify({ ...batch, Items: (batch.Items as Json[]).map((item) => JSON.stringify(item)) });
}

function hiddenFields(state: StateDefinition): readonly string[] {
  if (state.Type === "Parallel") return ["afterInputPath", "afterParameters", "afterArguments"];
  return state.Type === "Pass" && (state.Result ?? null) !== null ? ["afterInputPath", "afterParameters"] : [];
}
