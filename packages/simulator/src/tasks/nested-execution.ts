import { isJsonObject, type Json } from "../json.js";
import type { SimulateOptions, TaskRequest } from "../options.js";
import type { SeededRandom } from "../random.js";
import type { SimulatedExecution } from "../simulated-execution.js";
import { SimulationRefused } from "../simulation-refused.js";
import type { ResolvedOutcome } from "./task-resolver.js";

/** The state machine that a task starts; undefined when it starts none. */
export function readMachineReference({ arguments: args, resource }: TaskRequest): string | undefined {
  if (resource.kind !== "service" || resource.service !== "states" || resource.action !== "startExecution") {
    return undefined;
  }
  if (resource.pattern === "waitForTaskToken") return undefined;
  const arn = isJsonObject(args) ? args.StateMachineArn : undefined;
  return typeof arn === "string" ? arn : undefined;
}

/** Names under which a machine may have been given: as written, its placeholder, its name. */
export function listMachineNames(reference: string, placeholderNames: readonly string[]): string[] {
  const placeholder = /^\$\{(.+)\}$/.exec(reference)?.[1];
  const name = /:stateMachine:([^:]+)/.exec(reference)?.[1];
  return [reference, ...placeholderNames, placeholder, name].filter((text) => text !== undefined);
}

const invalidInput = {
  error: "StepFunctions.InvalidExecutionInputException",
  cause: "Invalid State Machine Execution Input",
} as const;

/** Runs a machine as an execution of its own, and answers as Step Functions does when it has ended. */
export async function runNestedExecution(
  request: TaskRequest,
  options: SimulateOptions,
  random: SeededRandom,
  run: (options: SimulateOptions) => Promise<SimulatedExecution>,
): Promise<ResolvedOutcome> {
  const nested = createNestedOptions(request, options, random);
  if (nested === undefined) return invalidInput;
  return describeEnd(await run(nested), readArn(request), request);
}

/** Starts a machine as an execution of its own, and answers as Step Functions does at once. */
export async function startNestedExecution(
  request: TaskRequest,
  options: SimulateOptions,
  random: SeededRandom,
  start: (options: SimulateOptions) => void,
): Promise<ResolvedOutcome> {
  const nested = createNestedOptions(request, options, random);
  if (nested === undefined) return invalidInput;
  start(nested);
  const output = {
    ExecutionArn: `${readArn(request).replace(":stateMachine:", ":execution:")}:${nested.name}`,
    StartDate: new Date(request.nowMs()).toISOString(),
  };
  return { output };
}

function readArn({ arguments: args }: TaskRequest): string {
  return (args as { StateMachineArn: string }).StateMachineArn;
}

/** Undefined where the input is no JSON. */
function createNestedOptions(
  request: TaskRequest,
  options: SimulateOptions,
  random: SeededRandom,
): SimulateOptions | undefined {
  const { Input, Name, StateMachineArn } = request.arguments as {
    Input?: Json;
    Name?: string;
    StateMachineArn: string;
  };
  const input = readInput(Input);
  if (input === undefined) return undefined;
  const { asOf, expressionSteps, functions, history, interleaving, machines, maxTransitions } = options;
  const { objects, substitutions, task, tokens } = options;
  return {
    input,
    name: Name ?? random.nextUuid(),
    seed: Math.floor(random.next() * 2 ** 31),
    ...(StateMachineArn.startsWith("arn:") && { machine: { arn: StateMachineArn } }),
    ...(asOf !== undefined && { asOf }),
    ...(expressionSteps !== undefined && { expressionSteps }),
    ...(functions && { functions }),
    ...(history !== undefined && { history }),
    ...(interleaving && { interleaving }),
    ...(machines && { machines }),
    ...(maxTransitions !== undefined && { maxTransitions }),
    ...(objects && { objects }),
    ...(substitutions && { substitutions }),
    ...(task && { task }),
    ...(tokens && { tokens }),
  };
}

/** Input may be JSON text or a value; without one, the execution gets an empty object. */
function readInput(input: Json | undefined): Json | undefined {
  if (typeof input !== "string") return input ?? {};
  try {
    return JSON.parse(input) as Json;
  } catch {
    return undefined;
  }
}

function describeEnd(execution: SimulatedExecution, machineArn: string, request: TaskRequest): ResolvedOutcome {
  const [diagnostic] = execution.diagnostics;
  if (diagnostic) throw new SimulationRefused(diagnostic);
  const common = {
    ExecutionArn: execution.executionArn,
    Input: JSON.stringify(execution.input),
    InputDetails: { Included: true },
    Name: execution.name,
    StartDate: execution.startTime.getTime(),
    StateMachineArn: machineArn,
    Status: execution.status,
    StopDate: execution.stopTime.getTime(),
  };
  if (execution.status !== "SUCCEEDED") {
    const { cause, error } = execution;
    const description = {
      ...(cause !== undefined && { Cause: cause }),
      ...(error !== undefined && { Error: error }),
      ...common,
    };
    return { error: "States.TaskFailed", cause: JSON.stringify(description) };
  }
  const output = execution.output as Json;
  const parsed = request.resource.kind === "service" && request.resource.pattern === "sync:2";
  return {
    output: { ...common, Output: parsed ? output : JSON.stringify(output), OutputDetails: { Included: true } },
  };
}
