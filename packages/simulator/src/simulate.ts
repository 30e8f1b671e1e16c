import { readFileSync } from "node:fs";
import type { End } from "@treadle/workflow";
import type { SimulateOptions } from "./options.js";
import type { SimulatedExecution } from "./simulated-execution.js";
import { startExecution } from "./start-execution.js";
import { isWorkflow } from "./workflow/is-workflow.js";
import { simulateWorkflow } from "./workflow/simulate-workflow.js";
import type { IsWorkflow, SimulatedWorkflow, SimulateWorkflowOptions } from "./workflow/workflow-types.js";

/**
 * Runs a state machine in process, as Step Functions would: same output, errors, causes and history. Under the virtual clock,
 * which is the default, waits, retries and timeouts cost no time.
 *
 * A workflow is compiled from its project's files first, with the compiler's faults as `diagnostics`; its types say what input,
 * mocks and output are. A definition is the JSON that Step Functions would run: a value, its text, or the URL of an artifact.
 *
 * What cannot be simulated (a task that nothing stands for, a definition that is none) ends with the status `REFUSED`
 * and says why in `diagnostics`.
 */
export function simulate<D extends string | URL | object>(
  definition: D & (IsWorkflow<D> extends true ? never : unknown),
  options?: SimulateOptions,
): Promise<SimulatedExecution>;
export function simulate<W extends End<unknown, never>>(
  workflow: W,
  options: SimulateWorkflowOptions<W>,
): Promise<SimulatedWorkflow<W>>;
export function simulate(definition: string | URL | object, options: object = {}): Promise<unknown> {
  if (isWorkflow(definition)) return simulateWorkflow(definition, options);
  const text = definition instanceof URL ? readFileSync(definition, "utf8") : definition;
  return startExecution(text, options);
}
