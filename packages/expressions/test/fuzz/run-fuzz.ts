import fc from "fast-check";
import { type CompiledLambda, compileLambdas, type Outcome, outcomeInJsonata, prepareJsonata } from "../harness.js";
import { type JavaEngine, javaEngineVersion, startJavaEngine } from "../java/java-engine.js";
import { buildProgram, choices, generatedPrelude, scopes } from "../program-generator.js";
import { expectedOutcome, isSame } from "./compare-outcomes.js";
import { Coverage } from "./coverage.js";
import { shrink, smallerChoices, smallerValues } from "./shrink.js";

export interface FuzzOptions {
  /** A case is one program run on one input. */
  readonly cases: number;
  readonly seed: number;
  /** After so many minutes no further batch is begun. */
  readonly minutes: number;
  readonly withJava: boolean;
  readonly log: (line: string) => void;
}

export interface FuzzReport {
  readonly cases: number;
  readonly differences: number;
  /** The share of the programs without type errors that were lowered. */
  readonly acceptedShare: number;
}

const programsPerBatch = 400;
const inputsPerProgram = 8;
const shownDifferences = 5;

interface Counts {
  cases: number;
  withoutJson: number;
  programs: number;
  refused: number;
  typeErrors: number;
  differences: number;
}

/** Runs generated programs on generated data in Node and in the engines, and reports what differs. */
export async function runFuzz({ cases, seed, minutes, withJava, log }: FuzzOptions): Promise<FuzzReport> {
  const java = withJava ? startJavaEngine() : "It was switched off.";
  log(
    typeof java === "string" ? `Without the Java engine: ${java}` : `With com.dashjoin:jsonata ${javaEngineVersion}.`,
  );
  const engine = typeof java === "string" ? undefined : java;
  const counts: Counts = { cases: 0, withoutJson: 0, programs: 0, refused: 0, typeErrors: 0, differences: 0 };
  const [coverage, refusals] = [new Coverage(), new Map<string, number>()];
  const startedAt = performance.now();
  try {
    const endsAt = startedAt + minutes * 60_000;
    for (let batch = 0; counts.cases < cases && performance.now() < endsAt; batch++) {
      const left = Math.ceil((cases - counts.cases) / inputsPerProgram);
      const batchSeed = seed + batch;
      const made = fc.sample(choices, { numRuns: Math.min(programsPerBatch, left), seed: batchSeed });
      await runBatch(made, batchSeed, { engine, counts, coverage, refusals, log });
      if (batch % 25 === 24) log(progress(counts, startedAt));
    }
  } finally {
    engine?.close();
  }
  return summarize(counts, coverage, refusals, startedAt, seed, log);
}

interface BatchContext {
  readonly engine: JavaEngine | undefined;
  readonly counts: Counts;
  readonly coverage: Coverage;
  readonly refusals: Map<string, number>;
  readonly log: (line: string) => void;
}

async function runBatch(made: readonly number[][], seed: number, context: BatchContext): Promise<void> {
  const { counts, coverage, refusals, log } = context;
  const inputs = fc.sample(scopes, { numRuns: inputsPerProgram, seed });
  const compiled = compileLambdas(made.map(buildProgram), { prelude: generatedPrelude });
  // The Java process works on all of them while this one goes through them.
  const inJava = compiled.map((lambda) =>
    lambda.jsonata === undefined || lambda.typeErrors.length > 0
      ? undefined
      : context.engine?.evaluate(lambda.jsonata, inputs),
  );
  for (const [index, lambda] of compiled.entries()) {
    if (lambda.typeErrors.length > 0) {
      counts.typeErrors += 1;
      continue;
    }
    counts.programs += 1;
    if (lambda.jsonata === undefined) {
      counts.refused += 1;
      const key = `${lambda.diagnostics[0]?.code}: ${lambda.diagnostics[0]?.message}`;
      refusals.set(key, (refusals.get(key) ?? 0) + 1);
      continue;
    }
    const { agreed, failing } = await compareOn(lambda, inputs, inJava[index]);
    counts.cases += inputs.length;
    counts.withoutJson += inputs.length - agreed - failing.length;
    coverage.add(`(${lambda.source})`, agreed);
    if (failing.length === 0) continue;
    counts.differences += 1;
    if (counts.differences <= shownDifferences) log(await describeMinimal(made[index]!, failing[0]!, context));
  }
}

interface Comparison {
  readonly agreed: number;
  readonly failing: readonly object[];
}

async function compareOn(
  lambda: CompiledLambda,
  inputs: readonly object[],
  answers: Promise<readonly Outcome[]> | undefined,
): Promise<Comparison> {
  const expected = inputs.map((input) => expectedOutcome(lambda, input));
  const evaluate = prepareJsonata(lambda.jsonata!);
  const inJava = await answers;
  const failing: object[] = [];
  for (const [index, input] of inputs.entries()) {
    const wanted = expected[index];
    if (wanted === undefined) continue;
    const others: Outcome[] = [await evaluate(input), ...(inJava ? [inJava[index]!] : [])];
    if (!others.every((other) => isSame(wanted, other))) failing.push(input);
  }
  return { agreed: expected.filter((outcome) => outcome !== undefined).length - failing.length, failing };
}

/** A difference as a minimal program and input. */
async function describeMinimal(made: number[], input: object, context: BatchContext): Promise<string> {
  const differs = async (program: number[], scope: object): Promise<boolean> => {
    const [lambda] = compileLambdas([buildProgram(program)], { prelude: generatedPrelude });
    if (lambda?.jsonata === undefined || lambda.typeErrors.length > 0) return false;
    return (await compareOn(lambda, [scope], context.engine?.evaluate(lambda.jsonata, [scope]))).failing.length > 0;
  };
  const program = await shrink(made, smallerChoices, (smaller) => differs(smaller, input), 150);
  const [lambda] = compileLambdas([buildProgram(program)], { prelude: generatedPrelude });
  const scope = await shrink<object>(
    input,
    (value) => smallerValues(value) as Iterable<object>,
    async (smaller) => {
      const answers = context.engine?.evaluate(lambda!.jsonata!, [smaller]);
      return (await compareOn(lambda!, [smaller], answers)).failing.length > 0;
    },
    2_000,
  );
  const java = await context.engine?.evaluate(lambda!.jsonata!, [scope]);
  return [
    "A difference:",
    `  program  ${lambda!.source}`,
    `  jsonata  ${lambda!.jsonata}`,
    `  input    ${JSON.stringify(scope)}`,
    `  Node     ${JSON.stringify(expectedOutcome(lambda!, scope))}`,
    `  jsonata  ${JSON.stringify(await outcomeInJsonata(lambda!.jsonata!, scope)).slice(0, 300)}`,
    ...(java ? [`  Java     ${JSON.stringify(java[0]).slice(0, 300)}`] : []),
  ].join("\n");
}

function progress(counts: Counts, startedAt: number): string {
  const seconds = (performance.now() - startedAt) / 1000;
  return `${counts.cases} cases, ${counts.differences} programs differ, ${Math.round(counts.cases / seconds)} cases/s`;
}

function summarize(
  counts: Counts,
  coverage: Coverage,
  refusals: ReadonlyMap<string, number>,
  startedAt: number,
  seed: number,
  log: (line: string) => void,
): FuzzReport {
  const acceptedShare = 1 - counts.refused / counts.programs;
  log("\nAccepted cases by construct:");
  const cells = coverage.entries().map(([name, count]) => `${name} ${count}`);
  for (let at = 0; at < cells.length; at += 8) log(`  ${cells.slice(at, at + 8).join("   ")}`);
  if (refusals.size > 0) log("\nRefused programs by reason:");
  for (const [reason, count] of [...refusals].sort(([, a], [, b]) => b - a).slice(0, 10)) log(`  ${count}  ${reason}`);
  const seconds = (performance.now() - startedAt) / 1000;
  log(
    `\nfuzz:expressions: seed ${seed}, ${counts.cases} cases of ${counts.programs - counts.refused} programs in ` +
      `${seconds.toFixed(0)} s (${Math.round(counts.cases / seconds)}/s), ${counts.differences} programs differ, ` +
      `${(acceptedShare * 100).toFixed(2)} % accepted; ${counts.withoutJson} cases without JSON in Node, ` +
      `${counts.typeErrors} programs with type errors left out`,
  );
  return { cases: counts.cases, differences: counts.differences, acceptedShare };
}
