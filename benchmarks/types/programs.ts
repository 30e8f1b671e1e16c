/** One kind of step, repeated: what a long workflow of it costs the type checker. */
export interface StepKind {
  readonly name: string;
  readonly step: (index: number) => string;
}

const argumentsOf = (index: number) => (index === 0 ? "s.input.id" : `s.s${index - 1}.id`);
const lengthOf = (index: number) => (index === 0 ? "0" : `s.s${index - 1}.length`);
const call = (index: number) => `load, (s) => ({ id: ${argumentsOf(index)} })`;

export const stepKinds: readonly StepKind[] = [
  { name: "task", step: (i) => `.task("s${i}", ${call(i)})` },
  {
    name: "caught",
    step: (i) => `.task("s${i}", ${call(i)}, {
      retry: [{ errorEquals: ["Load.Failed"], maxAttempts: 2 }],
      catch: [{ errorEquals: ["Load.Failed"], next: (f) => f.return((s) => ({ id: s.error.Error, qty: 0 })) }],
    })`,
  },
  {
    name: "choice",
    step: (i) => `.choice("s${i}", (c) => c
      .when((s) => ${argumentsOf(i)} === "a", (f) => f.return(() => ({ id: "a", qty: ${i} })))
      .otherwise((f) => f.return(() => ({ id: "b", qty: 0 }))))`,
  },
  {
    name: "match",
    step: (i) => `.match("s${i}", "kind", (s) => s.input.pay, {
      card: (f) => f.return((s) => ({ id: s.it.last4, qty: 1 })),
      bank: (f) => f.return((s) => ({ id: s.it.iban, qty: 2 })),
    })`,
  },
  {
    name: "map",
    step: (i) =>
      `.map("s${i}", (s) => s.input.rows, (f) => f.task("t", load, (s) => ({ id: s.item + ${lengthOf(i)} })).return((s) => s.t.qty))`,
  },
  {
    name: "parallel",
    step: (i) => `.parallel("s${i}", {
      id: (f) => f.return((s) => ${argumentsOf(i)} + s.input.id),
      qty: (f) => f.return(() => ${i}),
    })`,
  },
  { name: "use", step: (i) => `.use("s${i}", other, (s) => ({ id: ${argumentsOf(i)} }))` },
];

/** A module with one workflow of so many steps of a kind; none for the empty one. */
export function chain(kind: StepKind, steps: number): string {
  const body = Array.from({ length: steps }, (_, index) => kind.step(index)).join("\n  ");
  return `import { type Task, workflow } from "@treadle/workflow";
type Pay = { kind: "card"; last4: string } | { kind: "bank"; iban: string };
declare const load: Task<{ id: string }, { id: string; qty: number }, "Load.Failed">;
export const other = workflow<{ id: string }>("Other").task("load", load, (s) => ({ id: s.input.id })).return((s) => s.load);
export const chain = workflow<{ id: string; pay: Pay; rows: string[] }>("Chain")
  ${body}
  .return((s) => s.input.id);
`;
}
