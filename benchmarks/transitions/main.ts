import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { Compiler } from "@treadle/compiler";
import { type SimulatedExecution, simulate } from "@treadle/simulator";
import { handwritten } from "./handwritten.ts";
import { answerMessages, createFunctions, objects, type Run, runs } from "./runs.ts";

/*
 * States of twelve programs, and transitions on runs of them: compiled, and written by hand. Transitions are states entered,
 * those of branches, iterations and children too, and retries, which Step Functions bills alike.
 */
interface Count {
  readonly states: number;
  readonly transitions: number;
}

const root = fileURLToPath(new URL(".", import.meta.url));
const { workflows, diagnostics } = await new Compiler({ root, workflows: ["workflows.ts"], sources: [] }).compile();
if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
const compiled = new Map(workflows.map(({ name, definition }) => [name, JSON.parse(definition) as object]));

function execute(definition: object, run: Run): Promise<SimulatedExecution> {
  return simulate(definition, {
    input: run.input as never,
    functions: createFunctions(),
    machines: { NestedChildStateMachineArn: compiled.get("NestedChild")! },
    substitutions: { RowsBucket: "rows" },
    objects,
    task: answerMessages(run),
  });
}

function countStates(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const own = "States" in value ? Object.keys(value.States as object).length : 0;
  return Object.values(value).reduce((sum: number, member) => sum + countStates(member), own);
}

function countTransitions({ timeline }: SimulatedExecution): number {
  return timeline.reduce((sum, { attempts }) => sum + Math.max(1, attempts.length), 0);
}

async function measure(definition: object, run: Run): Promise<{ readonly count: Count; readonly end: object }> {
  const execution = await execute(definition, run);
  const { status, output, error } = execution;
  return {
    count: { states: countStates(definition), transitions: countTransitions(execution) },
    end: { status, output, error },
  };
}

const faults: string[] = [];
let ours = 0;
let theirs = 0;
console.log(`${"program".padEnd(48)}states  by hand  transitions  by hand`);
for (const run of runs) {
  const label = `${run.workflow}, ${run.title}`;
  const left = await measure(compiled.get(run.workflow)!, run);
  const right = await measure(handwritten[run.workflow]!, run);
  const figures = [left.count.states, right.count.states, left.count.transitions, right.count.transitions];
  const [states, statesByHand, transitions, transitionsByHand] = figures.map(String) as [
    string,
    string,
    string,
    string,
  ];
  console.log(
    `${label.padEnd(48)}${states.padStart(6)}${statesByHand.padStart(9)}${transitions.padStart(13)}${transitionsByHand.padStart(9)}`,
  );
  if (!isDeepStrictEqual(left.end, right.end)) {
    faults.push(`${label}: ends in ${JSON.stringify(left.end)}, by hand in ${JSON.stringify(right.end)}`);
  }
  if (left.count.states > right.count.states) faults.push(`${label}: more states than by hand`);
  if (left.count.transitions > right.count.transitions) faults.push(`${label}: more transitions than by hand`);
  ours += left.count.transitions;
  theirs += right.count.transitions;
}
for (const fault of faults) console.log(fault);
const programs = new Set(runs.map(({ workflow }) => workflow)).size;
console.log(
  `transitions: ${programs} programs, ${runs.length} runs, ${ours} transitions compiled and ${theirs} by hand; ` +
    `${faults.length === 0 ? "equal ends, never more" : `${faults.length} faults`}`,
);
if (faults.length > 0) process.exitCode = 1;
