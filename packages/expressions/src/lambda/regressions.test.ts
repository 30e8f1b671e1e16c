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
  [
    "finds an array, and reads an element of it",
    '(s: { pairs: [string, number][] }) => s.pairs.find(([key]) => key === "eu")?.[1] ?? 0',
    { pairs: [["eu", 2]] },
  ],
  [
    "finds a text among texts and arrays",
    '(s: { xs: (string | number[])[] }) => s.xs.find((x) => typeof x === "string") ?? "none"',
    { xs: ["a"] },
  ],
  [
    "finds an entry of a record",
    '(s: { rates: Record<string, number> }) => Object.entries(s.rates).find(([, rate]) => rate > 1)?.[0] ?? "none"',
    { rates: { a: 1, b: 2 } },
  ],
  [
    "reads the length of what is found",
    "(s: { matrix: number[][] }) => s.matrix.find((row) => row.length > 1)?.length ?? 0",
    { matrix: [[1], [2, 3]] },
  ],
  [
    "takes the length of texts by destructuring",
    "(s: { names: string[] }) => s.names.map(({ length }) => length)",
    { names: ["ab", "😀c", ""] },
  ],
  [
    "takes the length of arrays by destructuring",
    "(s: { matrix: number[][] }) => s.matrix.filter(({ length }) => length > 1)",
    { matrix: [[1], [2, 3]] },
  ],
  [
    "takes the length of an array by destructuring, with a default",
    "(s: { names?: string[] }) => { const { length = 7 } = s.names ?? []; return length; }",
    {},
  ],
  [
    "looks for a beginning that is longer than a text of few characters",
    "(s: { text: string }) => s.text.startsWith('ab')",
    { text: "😀" },
  ],
  [
    "takes a backslash at the end of a class",
    String.raw`(s: { text: string }) => s.text.split(/[/\\]/).concat(s.text.replace(/(b\\)c/, "$1d"))`,
    { text: "a/b\\c" },
  ],
  [
    "finds no member of its own in an object for a name that every object has",
    '(s: { meta: Record<string, string>; key: string }) => [Object.hasOwn(s.meta, s.key), Object.hasOwn(s.meta, "toString"), Object.hasOwn({ ...s.meta, [s.key]: 1 }, s.key)]',
    { meta: {}, key: "constructor" },
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
