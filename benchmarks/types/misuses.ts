/** A call that the types refuse, beside the one that was meant. */
export interface Misuse {
  readonly name: string;
  readonly right: (step: string) => string;
  readonly wrong: (step: string) => string;
}

const task = (step: string, args: string) => `.task("${step}", load, (s) => (${args}))`;
const catching = (step: string, error: string) => `.task("${step}", load, (s) => ({ id: s.input.id }), {
    catch: [{ errorEquals: ["${error}"], next: (f) => f.fail("Gone", { error: "Gone" }) }],
  })`;
const matching = (step: string, cases: string) => `.match("${step}", "kind", (s) => s.input.pay, { ${cases} })`;
const card = "card: (f) => f.return((s) => s.it.last4)";
const bank = "bank: (f) => f.return((s) => s.it.iban)";

export const misuses: readonly Misuse[] = [
  {
    name: "an argument is missing",
    right: (step) => task(step, "{ id: s.input.id }"),
    wrong: (step) => task(step, "{}"),
  },
  {
    name: "an argument is too much",
    right: (step) => task(step, "{ id: s.input.id }"),
    wrong: (step) => task(step, "{ id: s.input.id, extra: 1 }"),
  },
  {
    name: "an optional is unguarded",
    right: (step) => task(step, '{ id: s.input.note ?? "" }'),
    wrong: (step) => task(step, "{ id: s.input.note }"),
  },
  {
    name: "no step has the name",
    right: (step) => `.pass("${step}", (s) => s.input.id)`,
    wrong: (step) => `.pass("${step}", (s) => s.nowhere)`,
  },
  {
    name: "a name is used again",
    right: (step) => `.pass("${step}", (s) => s.input.id)`,
    wrong: () => '.pass("input", (s) => s.input.id)',
  },
  {
    name: "an error is undeclared",
    right: (step) => catching(step, "Load.Failed"),
    wrong: (step) => catching(step, "Load.Unheard"),
  },
  {
    name: "a case is forgotten",
    right: (step) => matching(step, `${card}, ${bank}`),
    wrong: (step) => matching(step, card),
  },
  {
    name: "a case is too much",
    right: (step) => matching(step, `${card}, ${bank}`),
    wrong: (step) => matching(step, `${card}, ${bank}, cash: (f) => f.return(() => "")`),
  },
  {
    name: "an item has no such property",
    right: (step) => `.map("${step}", (s) => s.input.rows, (f) => f.return((s) => s.item.length))`,
    wrong: (step) => `.map("${step}", (s) => s.input.rows, (f) => f.return((s) => s.item.width))`,
  },
  {
    name: "a used workflow's input is wrong",
    right: (step) => `.use("${step}", other, (s) => ({ id: s.input.id }))`,
    wrong: (step) => `.use("${step}", other, (s) => ({ id: 1 }))`,
  },
];
