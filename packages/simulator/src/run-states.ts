import type { Checkpoint, StateEntry } from "./checkpoint.js";
import type { StateBlock, StateDefinition } from "./definition.js";
import { simulatorDiagnostics } from "./diagnostics.js";
import type { Json } from "./json.js";
import { runState } from "./run-state.js";
import { SimulationRefused } from "./simulation-refused.js";
import type { StateStep, Strand, Visit } from "./strand.js";

const DEFAULT_MAX_TRANSITIONS = 250_000;

/** Runs a block of states to its end and gives its last state's output. @throws StateFailure */
export async function runStates(block: StateBlock, input: Json, strand: Strand): Promise<Json> {
  const hasSiblings = strand.within.length > 0;
  const resumed = takeResumption(strand);
  let name: string | undefined = resumed?.state ?? block.StartAt;
  let data = resumed ? resumed.input : input;
  try {
    while (name !== undefined) {
      strand.abort.throwIfAborted();
      const state: StateDefinition | undefined = block.States[name];
      // What every object inherits is no state.
      if (typeof state?.Type !== "string") throw refuse(`no state is called "${name}"`);
      countTransition(name, strand);
      if (hasSiblings) await giveWay(strand);
      const result = runState(name, state, data, strand);
      const step: StateStep = result instanceof Promise ? await result : result;
      data = step.output;
      name = step.next;
    }
    return data;
  } catch (error) {
    const { failedParts, variables, visit } = strand;
    strand.checkpoint = {
      state: name as string,
      input: data,
      variables: variables.toOwnObject(),
      entry: visit && toEntry(visit, name),
      parts: failedParts,
    };
    throw error;
  }
}

/** A branch that has entered no state still has its parent's visit. */
function toEntry(
  { enteredId, enteredMs, name, startedId }: Visit,
  current: string | undefined,
): StateEntry | undefined {
  return name === current ? { enteredId, enteredMs, startedId } : undefined;
}

/** The state that a redrive begins with gets its variables back, and what else there was of it. */
function takeResumption(strand: Strand): Checkpoint | undefined {
  const { resumeFrom } = strand;
  if (resumeFrom === undefined) return undefined;
  strand.resumeFrom = undefined;
  strand.resumed = resumeFrom;
  strand.variables.assign(resumeFrom.variables);
  return resumeFrom;
}

/** Lets the strands beside this one go on: each by one state, or, to find races, by as many as chance has it. */
async function giveWay({ abort, run }: Strand): Promise<void> {
  if (run.interleaving === undefined) return;
  // While this strand sleeps for no time, the others run until each of them waits for something.
  const turns = Math.floor(run.interleaving.next() * MOST_TURNS);
  for (let turn = 0; turn < turns; turn++) await run.clock.sleep(0, abort);
}

/** Enough for a strand to be a few states behind another. */
const MOST_TURNS = 5;

function countTransition(state: string, { run }: Strand): void {
  const limit = run.options.maxTransitions ?? DEFAULT_MAX_TRANSITIONS;
  if (run.timeline.count < limit) return;
  throw new SimulationRefused(simulatorDiagnostics["too-many-transitions"]({ limit, state }));
}

function refuse(problem: string): SimulationRefused {
  return new SimulationRefused(simulatorDiagnostics["invalid-definition"]({ problem }));
}
