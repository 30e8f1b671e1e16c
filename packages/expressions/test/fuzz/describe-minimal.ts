import { type CompiledLambda, compileLambdas, outcomeInJsonata } from "../harness.js";
import type { JavaEngine } from "../java/java-engine.js";
import { buildProgram, generatedPrelude } from "../program-generator.js";
import { compareOn, expectedOutcome } from "./compare-outcomes.js";
import { shrink, smallerChoices, smallerValues } from "./shrink.js";

/** A difference as a minimal program and input, with what each engine makes of them. */
export async function describeMinimal(made: number[], input: object, engine: JavaEngine | undefined): Promise<string> {
  const differs = async (lambda: CompiledLambda, scope: object): Promise<boolean> => {
    if (lambda.jsonata === undefined || lambda.typeErrors.length > 0) return false;
    const inputs = [scope];
    return (await compareOn(lambda, inputs, engine?.evaluate(lambda.jsonata, inputs))).failing.length > 0;
  };
  const program = await shrinkProgram(made, (lambda) => differs(lambda, input));
  const [lambda] = compilePrograms([program]) as [CompiledLambda];
  const scope = await shrink<object>(
    input,
    (value) => smallerValues(value) as Iterable<object>,
    (smaller) => differs(lambda, smaller),
    2_000,
  );
  const java = await engine?.evaluate(lambda.jsonata!, [scope]);
  return [
    "A difference:",
    `  program  ${lambda.source}`,
    `  jsonata  ${lambda.jsonata}`,
    `  input    ${JSON.stringify(scope)}`,
    `  Node     ${JSON.stringify(expectedOutcome(lambda, scope))}`,
    `  jsonata  ${JSON.stringify(await outcomeInJsonata(lambda.jsonata!, scope)).slice(0, 300)}`,
    ...(java ? [`  Java     ${JSON.stringify(java[0]).slice(0, 300)}`] : []),
  ].join("\n");
}

function compilePrograms(made: readonly number[][]): readonly CompiledLambda[] {
  return compileLambdas(made.map(buildProgram), { prelude: generatedPrelude });
}

/** Most programs that are tried, and how many of them are compiled at once, which costs little more than one. */
const [mostTries, chunkSize] = [1_500, 50];

async function shrinkProgram(
  start: number[],
  stillDiffers: (lambda: CompiledLambda) => Promise<boolean>,
): Promise<number[]> {
  let best = start;
  for (let tries = 0; tries < mostTries; ) {
    const candidates = [...smallerChoices(best)].slice(0, mostTries - tries);
    let smaller: number[] | undefined;
    for (let at = 0; smaller === undefined && at < candidates.length; at += chunkSize) {
      const chunk = candidates.slice(at, at + chunkSize);
      tries += chunk.length;
      for (const [index, lambda] of compilePrograms(chunk).entries()) {
        if (smaller === undefined && (await stillDiffers(lambda))) smaller = chunk[index];
      }
    }
    if (smaller === undefined) return best;
    best = smaller;
  }
  return best;
}
