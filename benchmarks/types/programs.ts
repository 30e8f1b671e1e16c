import { misuses } from "./misuses.ts";
import { type StepKind, stepKinds } from "./step-kinds.ts";

/** A module that is given to the type checker. */
export interface Program {
  readonly name: string;
  readonly text: string;
  /** Calls that the types must refuse. */
  readonly wrongCalls: number;
}

const nestingDepth = 10;
const branchCount = 50;
/** Of each misuse; the mixed files have as many of all kinds together as chains have steps. */
const callCount = 50;

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

function program(name: string, steps: string, wrongCalls = 0): Program {
  const text = `import { type Task, workflow } from "@treadle/workflow";
type Pay = { kind: "card"; last4: string } | { kind: "bank"; iban: string };
type Tree = { kind: ${numbers(branchCount)
    .map((index) => `"k${index}"`)
    .join(" | ")} };
declare const load: Task<{ id: string }, { id: string; qty: number }, "Load.Failed">;
export const other = workflow<{ id: string }>("Other").task("load", load, (s) => ({ id: s.input.id })).return((s) => s.load);
export const program = workflow<{ id: string; note?: string; pay: Pay; tree: Tree; rows: string[] }>("Program")
  ${steps}
  .return((s) => s.input.id);
`;
  return { name, text, wrongCalls };
}

/** A step after the other, each reading the one before. */
function chain(kinds: readonly StepKind[], steps: number): string {
  let previous = "s.input.id";
  const calls = numbers(steps).map((index) => {
    const kind = kinds[index % kinds.length]!;
    const call = kind.step(`s${index}`, previous);
    previous = kind.text(`s.s${index}`);
    return call;
  });
  return calls.join("\n  ");
}

function nest(depth: number, innermost: string): string {
  if (depth === 0) return innermost;
  const name = `level${depth}`;
  const body = `(f) => f\n${nest(depth - 1, innermost)}.return((s) => ({ value: s.${depth === 1 ? "load" : `level${depth - 1}`} }))`;
  const calls = [
    `.map("${name}", (s) => s.input.rows, ${body})`,
    `.parallel("${name}", { only: ${body} })`,
    `.choice("${name}", (c) => c.when((s) => s.input.id === "", (f) => f.return(() => null)).otherwise(${body}))`,
    `.match("${name}", "kind", (s) => s.input.pay, { bank: (f) => f.return((s) => s.it.iban), card: ${body} })`,
  ];
  return calls[depth % calls.length]!;
}

const task = stepKinds[0]!.step;
const branch = (name: string) => `(f) => f${task(name, "s.input.id")}.return((s) => s.${name}.qty)`;

export const emptyProgram = program("empty", "");

export const chainKinds: Readonly<Record<string, readonly StepKind[]>> = {
  ...Object.fromEntries(stepKinds.map((kind) => [kind.name, [kind]])),
  mixed: stepKinds,
};

export const chainOf = (kind: string, steps: number): Program =>
  program(`${kind}-${steps}`, chain(chainKinds[kind]!, steps));

/** Steps that hold 50 branches, and steps ten deep in each other. */
export const shapes: readonly Program[] = [
  program(
    "parallel-of-50",
    `.parallel("wide", { ${numbers(branchCount).map((index) => `b${index}: ${branch(`in${index}`)}`)} })`,
  ),
  program(
    "choice-of-50",
    `.choice("wide", (c) => c${numbers(branchCount)
      .map((index) => `.when((s) => s.input.id === "${index}", ${branch(`in${index}`)})`)
      .join("\n")}.otherwise((f) => f.return(() => 0)))`,
  ),
  program(
    "match-of-50",
    `.match("wide", "kind", (s) => s.input.tree, { ${numbers(branchCount).map((index) => `k${index}: ${branch(`in${index}`)}`)} })`,
  ),
  program("nested-10", nest(nestingDepth, task("load", "s.input.id"))),
];

/** For each misuse, 50 calls as they were meant, and 50 that are refused. */
export const misusePairs = misuses.map((misuse) => {
  const calls = (call: (step: string) => string) =>
    numbers(callCount)
      .map((index) => call(`s${index}`))
      .join("\n  ");
  return {
    name: misuse.name,
    right: program(`right: ${misuse.name}`, calls(misuse.right)),
    wrong: program(`wrong: ${misuse.name}`, calls(misuse.wrong), callCount),
  };
});

/** The same with calls of all misuses in turn, long enough to be timed. */
export function mixedMisuses(callCount: number): { readonly right: Program; readonly wrong: Program } {
  const calls = (side: "right" | "wrong") =>
    numbers(callCount)
      .map((index) => misuses[index % misuses.length]![side](`s${index}`))
      .join("\n  ");
  return {
    right: program(`right-${callCount}`, calls("right")),
    wrong: program(`wrong-${callCount}`, calls("wrong"), callCount),
  };
}
