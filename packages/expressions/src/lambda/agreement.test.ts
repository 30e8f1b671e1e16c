import fc from "fast-check";
import { expect, it } from "vitest";
import { allOutcomes, compileLambdas } from "../../test/harness.js";
import { generatedPrelude, programs, scopes } from "../../test/program-generator.js";

const seed = Number(process.env.EXPRESSIONS_SEED ?? 20261125);
const programCount = Number(process.env.EXPRESSIONS_PROGRAMS ?? 400);

it("gives the same JSON in Node and in JSONata for generated programs and data", { timeout: 120_000 }, async () => {
  const sources = [...new Set(fc.sample(programs, { numRuns: programCount, seed }))];
  const inputs = fc.sample(scopes, { numRuns: 8, seed });
  // A generated program may test a constant for null, which TypeScript refuses.
  const compiled = compileLambdas(sources, { prelude: generatedPrelude }).filter((one) => one.typeErrors.length === 0);
  const refused = compiled.filter(({ lowered }) => lowered === undefined);
  const differences: { program: string; jsonata: string; input: string; outcomes: object }[] = [];
  for (const lambda of compiled) {
    if (lambda.jsonata === undefined) continue;
    for (const input of inputs) {
      const outcomes = await allOutcomes(lambda, input);
      // Where Node finds no value or no JSON number, there is nothing to agree on.
      if ("failure" in outcomes.node! || hidesNumber(lambda.runInNode(structuredClone(input)))) continue;
      const expected = JSON.stringify(sortKeys(outcomes.node!));
      if (Object.values(outcomes).every((outcome) => JSON.stringify(sortKeys(outcome)) === expected)) continue;
      differences.push({ program: lambda.source, jsonata: lambda.jsonata, input: JSON.stringify(input), outcomes });
    }
  }
  differences.sort((a, b) => a.program.length - b.program.length);
  expect(compiled.length).toBeGreaterThan(sources.length * 0.8);
  expect(differences.slice(0, 3)).toEqual([]);
  expect(
    refused
      .map(({ source, diagnostics }) => ({ source, code: diagnostics[0]?.code, message: diagnostics[0]?.message }))
      .slice(0, 3),
  ).toEqual([]);
});

/** Infinity and NaN become null in JSON. */
function hidesNumber(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hidesNumber);
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sortKeys(member)]),
  );
}
