import type { AbortScope } from "../abort-scope.js";
import { simulatorDiagnostics } from "../diagnostics.js";
import type { Json } from "../json.js";
import type { MockRequest, SimulateOptions, TaskMock, TaskOutcome, TaskRequest } from "../options.js";
import type { SeededRandom } from "../random.js";
import type { SimulatedExecution } from "../simulated-execution.js";
import { SimulationRefused } from "../simulation-refused.js";
import { callLocalFunction, listFunctionNames, readFunctionName, readFunctionReference } from "./local-function.js";
import { listMachineNames, readMachineReference, runNestedExecution } from "./nested-execution.js";

/** Starts an execution on the clock of this one; it ends when the scope does. */
export type NestedStart = (
  definition: string | object,
  options: SimulateOptions,
  scope: AbortScope,
) => Promise<SimulatedExecution>;

/** Finds what stands for a task: a mock of the state, a local function or machine, the caller's resolver, or nothing. */
export class TaskResolver {
  readonly #options: SimulateOptions;
  readonly #random: SeededRandom;
  readonly #placeholdersByValue: ReadonlyMap<string, readonly string[]>;
  readonly #invocations = new Map<string, number>();

  readonly #startNested: NestedStart;

  constructor(options: SimulateOptions, random: SeededRandom, startNested: NestedStart) {
    this.#options = options;
    this.#random = random;
    this.#startNested = startNested;
    this.#placeholdersByValue = invert(options.substitutions ?? {});
  }

  /** Counts a task's start; how many this state had before. */
  countInvocation(stateName: string): number {
    const before = this.#invocations.get(stateName) ?? 0;
    this.#invocations.set(stateName, before + 1);
    return before;
  }

  /** @throws SimulationRefused when nothing stands for the task. */
  async resolve(request: TaskRequest, attempt: AbortScope): Promise<TaskOutcome> {
    const mock = this.#mockOf(request.stateName);
    if (mock !== undefined) return runMock(mock, request);
    const local = this.#findFunction(request);
    if (local !== undefined) return callLocalFunction(local, request, this.#random);
    const nested = this.#findMachine(request);
    if (nested !== undefined) {
      return runNestedExecution(nested, request, this.#options, this.#random, (definition, options) =>
        this.#startNested(definition, options, attempt),
      );
    }
    const outcome = await this.#options.task?.(request);
    return outcome ?? this.#refuse(request);
  }

  hasMock(stateName: string): boolean {
    return this.#mockOf(stateName) !== undefined;
  }

  /** What the mock of a Map or Parallel state says of it as a whole. */
  async mockState(request: MockRequest): Promise<TaskOutcome> {
    return runMock(this.#mockOf(request.stateName) as TaskMock, request);
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
