import { readFileSync } from "node:fs";
import { jsonEquals } from "./json.js";
import type { SimulateOptions } from "./options.js";
import type { SimulatedExecution } from "./simulated-execution.js";
import { startExecution } from "./start-execution.js";
import { findCaller } from "./workflow/find-project.js";
import { isWorkflow } from "./workflow/is-workflow.js";
import { simulateWorkflow } from "./workflow/simulate-workflow.js";

/** One way in which an execution can end. */
export interface InterleavingOutcome {
  /** The seeds that led here; with `interleaving: "seeded"` each of them does so again. */
  readonly seeds: readonly number[];
  /** The run of the first of them. */
  readonly execution: SimulatedExecution;
}

export interface ExploreOptions extends Omit<SimulateOptions, "interleaving" | "seed"> {
  /** For a workflow: its project, as for `simulate`. */
  readonly project?: string | URL;
  /** How many orders are tried; default 50. */
  readonly runs?: number;
  /** Gives each run functions or mocks of its own, where they share something, such as a table in memory. */
  readonly prepare?: (seed: number) => Pick<SimulateOptions, "functions" | "mocks" | "task"> | undefined;
}

/**
 * Runs a workflow, an artifact or a definition in many orders of its parallel strands, and gathers the different ends
 * (status, output, error). More than one means that the end depends on which branch or iteration is first: a race.
 */
export async function exploreInterleavings(
  definition: string | URL | object,
  { prepare, project = findCaller(), runs = 50, ...options }: ExploreOptions = {},
): Promise<InterleavingOutcome[]> {
  const run = (settings: SimulateOptions) =>
    isWorkflow(definition)
      ? simulateWorkflow(definition, { ...settings, project })
      : startExecution(definition instanceof URL ? readFileSync(definition, "utf8") : definition, settings);
  const outcomes: { seeds: number[]; execution: SimulatedExecution }[] = [];
  for (let seed = 0; seed < runs; seed++) {
    const execution = await run({
      ...options,
      ...prepare?.(seed),
      seed,
      interleaving: "seeded",
    });
    const known = outcomes.find((outcome) => endsAlike(outcome.execution, execution));
    if (known) known.seeds.push(seed);
    else outcomes.push({ seeds: [seed], execution });
  }
  return outcomes;
}

function endsAlike(left: SimulatedExecution, right: SimulatedExecution): boolean {
  return (
    left.status === right.status && left.error === right.error && jsonEquals(left.output ?? null, right.output ?? null)
  );
}
