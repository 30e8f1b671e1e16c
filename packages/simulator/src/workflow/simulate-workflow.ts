import { simulatorDiagnostics } from "../diagnostics.js";
import type { SimulateOptions } from "../options.js";
import type { SimulatedExecution } from "../simulated-execution.js";
import { refuseExecution, startExecution } from "../start-execution.js";
import { compileWorkflow, type WorkflowBuild } from "./compile-workflow.js";
import { findCaller, findConfig, toPath } from "./find-project.js";
import { readWorkflowName } from "./is-workflow.js";

type WorkflowValue = Parameters<typeof readWorkflowName>[0];

/** Options that say which project a workflow belongs to. */
interface ProjectOptions {
  readonly project?: string | URL;
}

/**
 * Compiles a workflow's project before it is run, which takes seconds the first time: for a hook that may take longer than a
 * test. Faults are reported by `simulate`.
 */
export async function prepareWorkflow(workflow: object, options: ProjectOptions = {}): Promise<void> {
  const config = findConfig(options.project === undefined ? findCaller() : toPath(options.project));
  if (config !== undefined) await compileWorkflow(readWorkflowName(workflow as WorkflowValue), config);
}

/** Compiles the project that a workflow belongs to, and runs what came of it. */
export function simulateWorkflow(
  workflow: WorkflowValue,
  options: SimulateOptions & ProjectOptions,
): Promise<SimulatedExecution> {
  const name = readWorkflowName(workflow);
  // Looked up before anything is awaited, while the caller is still on the stack.
  const from = options.project === undefined ? findCaller() : toPath(options.project);
  return run(name, findConfig(from), from, options);
}

async function run(
  name: string,
  config: string | undefined,
  from: string,
  options: SimulateOptions,
): Promise<SimulatedExecution> {
  const named: SimulateOptions = { ...options, machine: { name, ...options.machine } };
  const build: WorkflowBuild =
    config === undefined
      ? { diagnostics: [simulatorDiagnostics["no-project"]({ folder: from })] }
      : await compileWorkflow(name, config);
  if ("diagnostics" in build) return refuseExecution(named, build.diagnostics);
  const { definition, sourceMap, type } = build.workflow;
  return startExecution(definition, { ...named, sourceMap, type });
}
