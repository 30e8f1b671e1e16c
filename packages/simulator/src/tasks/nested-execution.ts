import type { AbortScope } from "../abort-scope.js";
import { isJsonObject, type Json, type JsonObject } from "../json.js";
import type { SimulateOptions, TaskRequest } from "../options.js";
import type { SeededRandom } from "../random.js";
import { hasChange } from "../service-changes.js";
import type { SimulatedExecution } from "../simulated-execution.js";
import { SimulationRefused } from "../simulation-refused.js";
import { describeStartedExecution } from "./submission.js";
import type { JobEnding, NestedExecution, ResolvedOutcome } from "./task-resolver.js";

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

/** Lets a task wait for a machine as an execution of its own, with Step Functions' answer when that has ended. */
export function awaitNestedExecution(
  request: TaskRequest,
  options: SimulateOptions,
  random: SeededRandom,
  run: (options: SimulateOptions, attempt: AbortScope) => NestedExecution<SimulatedExecution>,
): ResolvedOutcome {
  const nested = createNestedOptions(request, options, random);
  if (nested === undefined) return invalidInput;
  const start = (attempt: AbortScope): NestedExecution<JobEnding> => {
    const { ending, release } = run(nested, attempt);
    return {
      ending: ending.then((execution) => describeEnd(execution, readArn(request), request, options.asOf)),
      release,
    };
  };
  return { machine: { name: nested.name, start } };
}

/** Starts a machine as an execution of its own, and answers as Step Functions does at once. */
export function startNestedExecution(
  request: TaskRequest,
  options: SimulateOptions,
  random: SeededRandom,
  start: (options: SimulateOptions) => void,
): ResolvedOutcome {
  const nested = createNestedOptions(request, options, random);
  if (nested === undefined) return invalidInput;
  start(nested);
  return { output: describeStartedExecution(readArn(request), nested.name, random, request.nowMs()) };
}

function readArn({ arguments: args }: TaskRequest): string {
  return (args as { StateMachineArn: string }).StateMachineArn;
}

/** Undefined where the input is no JSON. */
function createNestedOptions(
  request: TaskRequest,
  options: SimulateOptions,
  random: SeededRandom,
): (SimulateOptions & { readonly name: string }) | undefined {
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
    machine: StateMachineArn.startsWith("arn:")
      ? { arn: StateMachineArn }
      : { name: StateMachineArn.replaceAll(/[${}]/g, "") },
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

/** As DescribeExecution tells of it, members in order of their names. */
function describeEnd(
  execution: SimulatedExecution,
  machineArn: string,
  request: TaskRequest,
  asOf: SimulateOptions["asOf"],
): JobEnding {
  const [diagnostic] = execution.diagnostics;
  if (diagnostic) throw new SimulationRefused(diagnostic);
  const { cause, error, executionArn, input, name, startTime, status, stopTime } = execution;
  const succeeded = status === "SUCCEEDED";
  const parses = succeeded && request.resource.kind === "service" && request.resource.pattern === "sync:2";
  const description = {
    ...(cause !== undefined && { Cause: cause }),
    // A timeout is told by the status.
    ...(error !== undefined && status !== "TIMED_OUT" && { Error: error }),
    ExecutionArn: executionArn,
    Input: parses ? input : JSON.stringify(input),
    InputDetails: { Included: true },
    Name: name,
    ...(succeeded && {
      Output: parses ? (execution.output as Json) : JSON.stringify(execution.output),
      OutputDetails: { Included: true },
    }),
    ...(hasChange("redriveCount", asOf) && describeRedrive(succeeded)),
    StartDate: startTime.getTime(),
    StateMachineArn: machineArn.startsWith("arn:") ? machineArn : toMachineArn(executionArn),
    Status: status,
    StopDate: stopTime.getTime(),
  };
  return succeeded ? { output: description } : { error: "States.TaskFailed", cause: JSON.stringify(description) };
}

function describeRedrive(succeeded: boolean): JsonObject {
  return succeeded
    ? {
        RedriveCount: 0,
        RedriveStatus: "NOT_REDRIVABLE",
        RedriveStatusReason: "Execution is SUCCEEDED and cannot be redriven",
      }
    : { RedriveCount: 0, RedriveStatus: "REDRIVABLE" };
}

function toMachineArn(executionArn: string): string {
  return executionArn.slice(0, executionArn.lastIndexOf(":")).replace(":execution:", ":stateMachine:");
}
