import fc from "fast-check";
import { expect, it } from "vitest";
import { expectedOutcome, isSame } from "../../test/fuzz/compare-outcomes.js";
import { allOutcomes, compileLambdas, prepareJsonata } from "../../test/harness.js";
import { generatedPrelude, programs, scopes } from "../../test/program-generator.js";

const seed = 20261125;
const [programCount, inputCount] = [650, 8];

it("gives the same JSON in Node and in JSONata for 5,000 generated cases", { timeout: 300_000 }, async () => {
  const sources = fc.sample(programs, { numRuns: programCount, seed });
  const inputs = fc.sample(scopes, { numRuns: inputCount, seed });
  // A generated program may test a constant for null, which TypeScript refuses.
  const compiled = compileLambdas(sources, { prelude: generatedPrelude }).filter((one) => one.typeErrors.length === 0);
  const differences: { program: string; jsonata: string; input: string; outcomes: object }[] = [];
  let cases = 0;
  for (const lambda of compiled) {
    if (lambda.jsonata === undefined) continue;
    const evaluate = prepareJsonata(lambda.jsonata);
    for (const input of inputs) {
      const expected = expectedOutcome(lambda, input);
      if (expected === undefined) continue;
      cases += 1;
      // All ways to print a lambda on one input, the usual one on the others.
      const { node: _, ...outcomes } =
        input === inputs[0]
          ? await allOutcomes(lambda, input)
          : { node: expected, jsonata: await evaluate(structuredClone(input)) };
      if (Object.values(outcomes).every((outcome) => isSame(expected, outcome))) continue;
      differences.push({ program: lambda.source, jsonata: lambda.jsonata, input: JSON.stringify(input), outcomes });
    }
  }
  differences.sort((a, b) => a.program.length - b.program.length);
  const refused = compiled.filter(({ lowered }) => lowered === undefined);
  expect(differences.slice(0, 3)).toEqual([]);
  expect(cases).toBeGreaterThanOrEqual(5000);
  expect(
    refused.map(({ source, diagnostics }) => ({
      source,
      code: diagnostics[0]?.code,
      message: diagnostics[0]?.message,
    })),
  ).toEqual([]);
});
