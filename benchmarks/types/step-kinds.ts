/** One kind of step, of which workflows of any length are made. */
export interface StepKind {
  readonly name: string;
  /** The call; `previous` is a text out of the step before. */
  readonly step: (name: string, previous: string) => string;
  /** A text out of the step's value. */
  readonly text: (value: string) => string;
}

const idOf = (value: string) => `${value}.id`;

export const stepKinds: readonly StepKind[] = [
  { name: "task", text: idOf, step: (name, previous) => `.task("${name}", load, (s) => ({ id: ${previous} }))` },
  {
    name: "caught",
    text: idOf,
    step: (name, previous) => `.task("${name}", load, (s) => ({ id: ${previous} }), {
      retry: [{ errorEquals: ["Load.Failed"], maxAttempts: 2 }],
      catch: [{ errorEquals: ["Load.Failed"], next: (f) => f.return((s) => ({ id: s.error.Error, qty: 0 })) }],
    })`,
  },
  {
    name: "choice",
    text: idOf,
    step: (name, previous) => `.choice("${name}", (c) => c
      .when((s) => ${previous} === "a", (f) => f.return(() => ({ id: "a", qty: 1 })))
      .otherwise((f) => f.return(() => ({ id: "b", qty: 0 }))))`,
  },
  {
    name: "match",
    text: idOf,
    step: (name, previous) => `.match("${name}", "kind", (s) => s.input.pay, {
      card: (f) => f.return((s) => ({ id: s.it.last4 + ${previous}, qty: 1 })),
      bank: (f) => f.return((s) => ({ id: s.it.iban, qty: 2 })),
    })`,
  },
  {
    name: "map",
    text: (value) => `\`\${${value}.length}\``,
    step: (name, previous) => `.map("${name}", (s) => s.input.rows, (f) => f
      .task("row", load, (s) => ({ id: s.item + ${previous} }))
      .return((s) => s.row.qty))`,
  },
  {
    name: "parallel",
    text: idOf,
    step: (name, previous) => `.parallel("${name}", {
      id: (f) => f.return((s) => ${previous} + s.input.id),
      qty: (f) => f.return(() => 1),
    })`,
  },
  { name: "use", text: idOf, step: (name, previous) => `.use("${name}", other, (s) => ({ id: ${previous} }))` },
];
