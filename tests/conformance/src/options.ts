import { parseArgs } from "node:util";
import { type SuiteName, suiteNames } from "./suites/index.js";

export interface RunnerOptions {
  readonly corpus: string;
  readonly suites: readonly SuiteName[];
  readonly json?: string;
  readonly dump?: string;
  readonly show?: string;
  readonly floor?: string;
}

export const usage = `usage: npm run conformance -- --corpus FOLDER [--suite NAME,... | all] [--json FILE] [--dump FILE] [--show ID] [--floor FILE]

  --corpus FOLDER  folder that holds the JSON Lines files
  --suite NAMES    ${suiteNames.join(", ")}, or all (default)
  --json FILE      writes the figures and the ids that differ
  --dump FILE      writes what came of each case, one JSON line a case
  --show ID        prints one case, what was expected, what came, and the difference
  --floor FILE     fails where a figure is below the one recorded in FILE; then only that, and a suite that
                   cannot be loaded or read, decides the exit code

Exit code 0 when all cases could be read and run, whatever they matched; 1 otherwise; 2 for wrong usage.`;

/** @throws an Error whose message says what is wrong with the arguments. */
export function parseOptions(args: readonly string[]): RunnerOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      corpus: { type: "string" },
      suite: { type: "string", default: "all" },
      json: { type: "string" },
      dump: { type: "string" },
      show: { type: "string" },
      floor: { type: "string" },
    },
  });
  const { corpus, suite, json, dump, show, floor } = values;
  if (corpus === undefined) throw new Error("--corpus FOLDER is missing");
  return {
    corpus,
    suites: suite === "all" ? suiteNames : suite.split(",").map(parseSuiteName),
    ...(json !== undefined && { json }),
    ...(dump !== undefined && { dump }),
    ...(show !== undefined && { show }),
    ...(floor !== undefined && { floor }),
  };
}

function parseSuiteName(text: string): SuiteName {
  const name = suiteNames.find((known) => known === text.trim());
  if (!name) throw new Error(`no suite is called "${text}"; there are ${suiteNames.join(", ")}`);
  return name;
}
