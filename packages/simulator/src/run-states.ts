import type { StateBlock, StateDefinition } from "./definition.js";
import { simulatorDiagnostics } from "./diagnostics.js";
import type { Json } from "./json.js";
import { runState } from "./run-state.js";
import { SimulationRefused } from "./simulation-refused.js";
import type { Strand } from "./strand.js";

const DEFAULT_MAX_TRANSITIONS = 250_000;

/** Runs a block of states to its end and gives its last state's output. @throws StateFailure */
export async function runStates(block: StateBlock, input: Json, strand: Strand): Promise<Json> {
  let name: string | undefined = block.StartAt;
  let data = input;
  while (name !== undefined) {
    strand.abort.throwIfAborted();
    const state: StateDefinition | undefined = block.States[name];
    if (state === undefined) throw refuse(`no state is called "${name}"`);
    countTransition(name, strand);
    const step = await runState(name, state, data, strand);
    data = step.output;
    name = step.next;
  }
  return data;
}

function countTransition(state: string, { run }: Strand): void {
  const limit = run.options.maxTransitions ?? DEFAULT_MAX_TRANSITIONS;
  if (run.timeline.count < limit) return;
  throw new SimulationRefused(simulatorDiagnostics["too-many-transitions"]({ limit, state }));
}

function refuse(problem: string): SimulationRefused {
  return new SimulationRefused(simulatorDiagnostics["invalid-definition"]({ problem }));
}
