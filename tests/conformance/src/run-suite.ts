import { readCases } from "./read-cases.js";
import type { CaseOutcome, CorpusCase, Suite } from "./suite.js";
import { Tally } from "./tally.js";

/** Runs all cases of a file in order and hands each outcome on. */
export async function runSuite(
  suite: Suite,
  path: string,
  onOutcome: (testCase: CorpusCase, outcome: CaseOutcome) => void,
): Promise<Tally> {
  const tally = new Tally(suite);
  await suite.open?.();
  try {
    for await (const testCase of readCases(path)) {
      const outcome = await runCase(suite, testCase);
      tally.add(testCase, outcome);
      onOutcome(testCase, outcome);
    }
  } finally {
    await suite.close?.();
  }
  return tally;
}

/** The one case with this id, or undefined when the file has none. */
export async function runSingleCase(
  suite: Suite,
  path: string,
  id: string,
): Promise<{ testCase: CorpusCase; outcome: CaseOutcome } | undefined> {
  for await (const testCase of readCases(path)) {
    if (testCase.id !== id) continue;
    await suite.open?.();
    try {
      return { testCase, outcome: await runCase(suite, testCase) };
    } finally {
      await suite.close?.();
    }
  }
  return undefined;
}

async function runCase(suite: Suite, testCase: CorpusCase): Promise<CaseOutcome> {
  try {
    return await suite.run(testCase);
  } catch (error) {
    return { failed: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
