import { expect, it } from "vitest";
import { allOutcomes, compileLambda, type Outcome } from "../../test/harness.js";

/** Differences that were found once, each with the lambda and input that showed it. */
const found: readonly (readonly [title: string, lambda: string, scope: object])[] = [
  [
    "sorts where the sort is the last call of a function",
    "(s: { numbers: number[] }) => s.numbers.map(() => s.numbers.toSorted((a, b) => a - b))",
    { numbers: [2, 1] },
  ],
  [
    "keeps the order of elements that compare equal",
    "(s: { items: { k: string; v: number }[] }) => s.items.toSorted((a, b) => (a.k < b.k ? -1 : a.k > b.k ? 1 : 0))",
    {
      items: [
        { k: "x", v: 1 },
        { k: "y", v: 2 },
        { k: "x", v: 3 },
      ],
    },
  ],
  [
    "takes the first match of a pattern that matches twice",
    "(s: { text: string }) => s.text.match(/[a-z]+/)?.at(-1) ?? null",
    { text: "a b" },
  ],
  [
    "replaces the first occurrence of a text that a pattern would read otherwise",
    '(s: { text: string }) => s.text.replace(".", "x")',
    { text: "a.a.a" },
  ],
  [
    "reads a member of a match as an element",
    "(s: { text: string }) => s.text.match(/([a-z])-([0-9])/)?.[2] ?? null",
    { text: "o-1" },
  ],
  [
    "gives an empty object where a rest has no members",
    "(s: { item: { a: number } }) => { const { a, ...rest } = s.item; return rest; }",
    { item: { a: 1 } },
  ],
  [
    "takes the maximum of a mapped array, which is a constructor in a constructor",
    "(s: { items: { n: number }[] }) => s.items.map((item) => item.n).reduce((most, n) => Math.max(most, n), 0)",
    { items: [{ n: 1 }, { n: 3 }] },
  ],
  [
    "gives a function the default of an argument that is left out",
    'function (s: { ok: boolean }) { const label = (n: string, prefix = "#"): string => prefix + n; return s.ok ? label("a", "-") : label("b"); }',
    { ok: false },
  ],
  ["gives one distinct text as an array", "(s: { texts: string[] }) => [...new Set(s.texts)]", { texts: ["a", "a"] }],
];

it.each(found)("%s", async (_title, source, scope) => {
  const lambda = compileLambda(source);
  expect(lambda.diagnostics).toEqual([]);
  const { node, ...others } = await allOutcomes(lambda, scope);
  for (const [way, outcome] of Object.entries(others)) expect({ way, ...outcome }).toEqual({ way, ...node });
});

it.each(["Number(t)", "parseInt(t, 10)", "parseFloat(t)"])(
  "fails where a text is no number, rather than leaving it out: %s",
  async (call) => {
    const lambda = compileLambda(`(s: { texts: string[] }) => s.texts.map((t) => ${call})`);
    const { node: _, ...others } = await allOutcomes(lambda, { texts: ["1", "none"] });
    for (const outcome of Object.values<Outcome>(others)) expect(outcome).toHaveProperty("failure");
  },
);
