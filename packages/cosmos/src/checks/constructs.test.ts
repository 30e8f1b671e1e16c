import { describe, expect, it } from "vitest";
import { type Construct, constructs, emulatorQueries, entries } from "../../test/constructs/index.js";
import { checkQuery } from "./check-query.js";
import { printShape } from "./print-shape.js";

function verdicts(kind: string, queries: readonly string[]): { readonly [query: string]: string } {
  const crossPartition = kind !== "reach";
  return Object.fromEntries(
    queries.map((query) => {
      const { diagnostics, types } = checkQuery(query, entries, { crossPartition });
      const first = diagnostics.find(({ severity }) => severity === "error");
      return [query, first ? first.code.replace("cosmos/", "") : printShape(types!.row)];
    }),
  );
}

function refusedQueries({ refused }: Construct): readonly string[] {
  return Object.values(refused).flat();
}

describe("queries by kind of construct", () => {
  it.each(Object.entries(constructs))("accepts what is right: %s", (kind, { runs, reads }) => {
    const plain = runs.map((query) => (typeof query === "string" ? query : query[0]));
    const codes = new Set(Object.values(verdicts(kind, plain)));
    expect([...codes].filter((verdict) => /^[a-z]+(-[a-z]+)+$/.test(verdict))).toEqual([]);
    expect(verdicts(kind, Object.keys(reads))).toEqual(reads);
  });

  it.each(Object.entries(constructs))("refuses what is wrong, by its code: %s", (kind, construct) => {
    const expected = Object.entries(construct.refused).flatMap(([code, queries]) =>
      queries.map((query) => [query, code]),
    );
    expect(verdicts(kind, refusedQueries(construct))).toEqual(Object.fromEntries(expected));
  });

  it("are many, and no query comes twice", () => {
    const all = Object.entries(constructs).flatMap(([kind, construct]) =>
      [
        ...construct.runs.map((query) => (typeof query === "string" ? query : query[0])),
        ...Object.keys(construct.reads),
        ...refusedQueries(construct),
      ].map((query) => `${kind === "reach"} ${query}`),
    );
    const twice = all.filter((query, at) => all.indexOf(query) !== at);
    expect(twice).toEqual([]);
    const read = Object.values(constructs).flatMap(({ reads }) => Object.keys(reads));
    expect(emulatorQueries.filter((query) => !read.includes(query))).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(400);
  });
});
