import fc from "fast-check";
import { compileLambdas } from "../harness.js";
import type { JavaEngine } from "../java/java-engine.js";
import { buildProgram, choices, generatedPrelude, scopes } from "../program-generator.js";
import { compareOn } from "./compare-outcomes.js";
import { countConstructs } from "./coverage.js";
import { describeMinimal } from "./describe-minimal.js";

export const inputsPerProgram = 8;
const shownDifferences = 3;

export interface BatchRequest {
  readonly programs: number;
  readonly seed: number;
}

/** What came of a batch; it can be passed between threads. */
export interface BatchReport {
  /** A case is one program run on one input. */
  readonly cases: number;
  /** Cases in which the lambda itself gives nothing, throws or gives a number that JSON does not have. */
  readonly withoutJson: number;
  readonly programs: number;
  readonly typeErrors: number;
  readonly differences: number;
  readonly described: readonly string[];
  /** Why programs were refused: one text for each. */
  readonly refusals: readonly string[];
  /** Cases that agreed, by construct. */
  readonly coverage: ReadonlyMap<string, number>;
}

/** Runs generated programs on generated data in Node and in the engines. */
export async function runBatch({ programs, seed }: BatchRequest, engine: JavaEngine | undefined): Promise<BatchReport> {
  const made = fc.sample(choices, { numRuns: programs, seed });
  const inputs = fc.sample(scopes, { numRuns: inputsPerProgram, seed }).map(deepFreeze);
  const compiled = compileLambdas(made.map(buildProgram), { prelude: generatedPrelude });
  const typed = compiled.filter((lambda) => lambda.typeErrors.length === 0);
  // The Java process works on all of them while this one goes through them.
  const inJava = new Map(
    typed.map((lambda) => [lambda, lambda.jsonata && engine?.evaluate(lambda.jsonata, inputs)] as const),
  );
  const [described, refusals, coverage] = [[] as string[], [] as string[], new Map<string, number>()];
  let [agreed, failed, differences] = [0, 0, 0];
  for (const [index, lambda] of compiled.entries()) {
    if (lambda.typeErrors.length > 0) continue;
    if (lambda.jsonata === undefined) {
      refusals.push(`${lambda.diagnostics[0]?.code}: ${lambda.diagnostics[0]?.message}`);
      continue;
    }
    const comparison = await compareOn(lambda, inputs, inJava.get(lambda) || undefined);
    agreed += comparison.agreed;
    failed += comparison.failing.length;
    countConstructs(lambda, comparison.agreed, coverage);
    const [failing] = comparison.failing;
    if (failing === undefined) continue;
    differences += 1;
    if (described.length < shownDifferences) described.push(await describeMinimal(made[index]!, failing, engine));
  }
  const cases = (typed.length - refusals.length) * inputs.length;
  return {
    cases,
    withoutJson: cases - agreed - failed,
    programs: typed.length,
    typeErrors: compiled.length - typed.length,
    differences,
    described,
    refusals,
    coverage,
  };
}

/** A lambda may not change what it is given: each gets the same objects. */
function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}
