import type { AbortScope } from "../abort-scope.js";
import { simulatorDiagnostics } from "../diagnostics.js";
import type { Json, ReadonlyJson } from "../json.js";
import type { MockRequest, SimulateOptions, TaskFailure, TaskMock, TaskOutcome, TaskRequest } from "../options.js";
import type { SeededRandom } from "../random.js";
import type { SimulatedExecution, StatementRun } from "../simulated-execution.js";
import { SimulationRefused } from "../simulation-refused.js";
import { answerTokenCall } from "./answer-token-call.js";
import { readBridgeCall, wrapBridgeValue } from "./bridge-call.js";
import {
  callLocalFunction,
  listFunctionNames,
  readFunctionName,
  readFunctionReference,
  toPayload,
  wrapPayload,
} from "./local-function.js";
import {
  awaitNestedExecution,
  listMachineNames,
  readMachineReference,
  startNestedExecution,
} from "./nested-execution.js";
import { waitsForToken } from "./resource.js";

interface Circumstances {
  readonly delayMs?: number;
  readonly submitted?: ReadonlyJson;
  readonly workerName?: string;
}

/** How a task ends, with the whole answer of its service where it has one; or that it waits for its token. */
export type SettledOutcome = TaskFailure | (Circumstances & ({ readonly output: Json } | { readonly waits: true }));

/** The same, or the execution that the task waits for. */
export type ResolvedOutcome = SettledOutcome | { readonly machine: NestedMachine };

/** How a job ends. */
export type JobEnding =
  | { readonly output: Json }
  | { readonly error?: string | undefined; readonly cause?: string | undefined };

/** An execution that a task waits for, before its start. */
export interface NestedMachine {
  readonly name: string;
  readonly start: (attempt: AbortScope) => NestedExecution<JobEnding>;
}

export interface NestedExecution<Ending> {
  readonly ending: Promise<Ending>;
  /** Lets it go on by itself, whatever becomes of the task. */
  readonly release: () => void;
}

/** How executions are run on the clock of this one. */
export interface NestedExecutions {
  /** Ends when the scope does, at the latest, unless it is released. */
  readonly run: (
    definition: string | object,
    options: SimulateOptions,
    scope: AbortScope,
  ) => NestedExecution<SimulatedExecution>;
  /** Goes on by itself. */
  readonly start: (definition: string | object, options: SimulateOptions) => void;
}

/** Finds what stands for a task: a mock of the state, a local function or machine, the caller's resolver, or nothing. */
export class TaskResolver {
  /** The statements of data sources that tasks have asked for, in order. */
  readonly statements: StatementRun[] = [];
  readonly #options: SimulateOptions;
  readonly #random: SeededRandom;
  readonly #placeholdersByValue: ReadonlyMap<string, readonly string[]>;
  readonly #invocations = new Map<string, number>();

  readonly #nested: NestedExecutions;

  constructor(options: SimulateOptions, random: SeededRandom, nested: NestedExecutions) {
    this.#options = options;
    this.#random = random;
    this.#nested = nested;
    this.#placeholdersByValue = invert(options.substitutions ?? {});
  }

  /** Counts a task's start; how many this state had before. */
  countInvocation(stateName: string): number {
    const before = this.#invocations.get(stateName) ?? 0;
    this.#invocations.set(stateName, before + 1);
    return before;
  }

  /** @throws SimulationRefused when nothing stands for the task. */
  async resolve(request: TaskRequest): Promise<ResolvedOutcome> {
    const call = readBridgeCall(request);
    if (call) this.statements.push({ state: request.stateName, attempt: request.attempt, ...call });
    const mock = this.#mockOf(request.stateName);
    if (mock !== undefined) return this.#wrapValue(await runMock(mock, request), request);
    const local = this.#findFunction(request);
    if (local !== undefined) return this.#untilToken(await callLocalFunction(local, request, this.#random), request);
    const machine = this.#findMachine(request);
    if (machine !== undefined) return this.#runMachine(machine, request);
    const { task, tokens } = this.#options;
    const answered = tokens && answerTokenCall(request, tokens, this.#random);
    if (answered) return answered;
    const outcome = await task?.(request);
    if (outcome !== undefined) return this.#untilToken(this.#wrapValue(outcome, request), request);
    return tokens && waitsForToken(request.resource) ? { waits: true } : this.#refuse(request);
  }

  /** Where tokens come by themselves, what a function gives is only the answer to the call that started the work. */
  #untilToken(outcome: SettledOutcome, { nowMs, resource }: TaskRequest): SettledOutcome {
    if (this.#options.tokens === undefined || !waitsForToken(resource) || !("output" in outcome)) return outcome;
    if (resource.kind === "activity") return { waits: true };
    const isInvoke = resource.kind === "service" && resource.service === "lambda";
    return {
      waits: true,
      submitted: isInvoke ? wrapPayload(outcome.output, this.#random, nowMs()) : outcome.output,
    };
  }

  #runMachine(machine: string | object, request: TaskRequest): ResolvedOutcome {
    const { resource } = request;
    if (resource.kind === "service" && resource.pattern === "request-response") {
      return startNestedExecution(request, this.#options, this.#random, (options) =>
        this.#nested.start(machine, options),
      );
    }
    return awaitNestedExecution(request, this.#options, this.#random, (options, attempt) =>
      this.#nested.run(machine, options, attempt),
    );
  }

  /** A value with what the service puts around it. */
  #wrapValue(outcome: TaskOutcome, request: TaskRequest): SettledOutcome {
    if (!("value" in outcome)) return outcome as SettledOutcome;
    const { nowMs, resource } = request;
    const { value, ...circumstances } = outcome;
    const call = readBridgeCall(request);
    const payload = call ? wrapBridgeValue(call, toPayload(value)) : toPayload(value);
    const isInvoke = resource.kind === "service" && resource.service === "lambda" && resource.action === "invoke";
    const wrapped = isInvoke && resource.pattern !== "waitForTaskToken";
    return { ...circumstances, output: wrapped ? wrapPayload(payload, this.#random, nowMs()) : payload };
  }

  hasMock(stateName: string): boolean {
    return this.#mockOf(stateName) !== undefined;
  }

  /** What the mock of a Map or Parallel state says of it as a whole; `toResult` puts around a value what its scopes do. */
  async mockState(request: MockRequest, toResult: (value: Json) => Json): Promise<SettledOutcome> {
    const outcome = await runMock(this.#mockOf(request.stateName) as TaskMock, request);
    if (!("value" in outcome)) return outcome as SettledOutcome;
    const { value, ...circumstances } = outcome;
    return { ...circumstances, output: toResult(toPayload(value)) };
  }

  #mockOf(stateName: string): TaskMock | undefined {
    const { mocks } = this.#options;
    return mocks && Object.hasOwn(mocks, stateName) ? mocks[stateName] : undefined;
  }

  #findFunction(request: TaskRequest) {
    const { functions } = this.#options;
    const reference = readFunctionReference(request);
    if (functions === undefined || reference === undefined) return undefined;
    const placeholders = [reference, readFunctionName(reference)].flatMap(
      (value) => this.#placeholdersByValue.get(value) ?? [],
    );
    const names = listFunctionNames(reference, placeholders);
    const known =
      names.find((name) => Object.hasOwn(functions, name)) ??
      Object.keys(functions).find((key) => names.includes(readFunctionName(key)));
    return known === undefined ? undefined : functions[known];
  }

  #findMachine(request: TaskRequest): string | object | undefined {
    const { machines } = this.#options;
    const reference = readMachineReference(request);
    if (machines === undefined || reference === undefined) return undefined;
    const names = listMachineNames(reference, this.#placeholdersByValue.get(reference) ?? []);
    const known = names.find((name) => Object.hasOwn(machines, name));
    return known === undefined ? undefined : machines[known];
  }

  #refuse(request: TaskRequest): never {
    const reference = readFunctionReference(request);
    const resource = reference ?? request.resource.arn;
    const functionName = reference && readFunctionName(reference);
    const remedies =
      `Give mocks: { ${JSON.stringify(request.stateName)}: { output: … } }` +
      (functionName ? `, or functions: { ${JSON.stringify(functionName)}: async (payload) => … }` : "") +
      ", or a resolver: task: (request) => …";
    throw new SimulationRefused(
      simulatorDiagnostics["unresolved-task"]({ state: request.stateName, resource, remedies }),
    );
  }
}

async function runMock(mock: TaskMock, request: MockRequest): Promise<TaskOutcome> {
  if (typeof mock !== "function") return pickOutcome(mock, request.invocation);
  try {
    const value = await mock(request.arguments, request);
    return { output: value === undefined ? null : (value as Json) };
  } catch (error) {
    if (error instanceof Error) return { error: error.name, cause: error.message };
    throw error;
  }
}

function pickOutcome(mock: Exclude<TaskMock, (...args: never[]) => unknown>, invocation: number): TaskOutcome {
  if (!("sequence" in mock)) return mock;
  return mock.sequence[Math.min(invocation, mock.sequence.length - 1)] as TaskOutcome;
}

function invert(substitutions: Readonly<Record<string, string>>): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [name, value] of Object.entries(substitutions)) names.set(value, [...(names.get(value) ?? []), name]);
  return names;
}
