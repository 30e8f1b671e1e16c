import { closeSync, existsSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type Floors, findBelowFloor } from "./floor.js";
import { formatTable } from "./format-table.js";
import { parseOptions, type RunnerOptions, usage } from "./options.js";
import { runSingleCase, runSuite } from "./run-suite.js";
import { showCase } from "./show-case.js";
import type { Suite } from "./suite.js";
import type { SuiteName } from "./suites/index.js";
import { tallyToJson } from "./tally.js";

/** What the runner needs of its surroundings, so that tests can stand in for them. */
export interface RunnerHost {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly loadSuite: (name: SuiteName) => Promise<Suite>;
}

/** Runs the command with these arguments. @returns the exit code. */
export async function runConformance(args: readonly string[], host: RunnerHost): Promise<number> {
  let options: RunnerOptions;
  try {
    options = parseOptions(args);
  } catch (error) {
    host.error(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  if (!existsSync(options.corpus)) {
    host.error(`The corpus folder ${options.corpus} does not exist.`);
    return 1;
  }
  try {
    return options.show === undefined ? await runAll(options, host) : await showOne(options, options.show, host);
  } catch (error) {
    host.error((error as Error).message);
    return 1;
  }
}

async function runAll(options: RunnerOptions, host: RunnerHost): Promise<number> {
  const floors: Floors | undefined = options.floor && JSON.parse(readFileSync(options.floor, "utf8"));
  const dump = options.dump === undefined ? undefined : openSync(options.dump, "w");
  const reports: object[] = [];
  const belowFloor: string[] = [];
  let failed = 0;
  let unloaded = 0;
  for (const name of options.suites) {
    const suite = await tryLoadSuite(name, host);
    if (!suite) {
      unloaded++;
      continue;
    }
    const path = join(options.corpus, suite.file);
    if (!existsSync(path)) {
      host.out(`${name}: skipped, ${suite.file} is not in the corpus folder\n`);
      continue;
    }
    const tally = await runSuite(suite, path, (testCase, outcome) => {
      if (dump === undefined) return;
      const line =
        "failed" in outcome ? { id: testCase.id, failed: outcome.failed } : { id: testCase.id, actual: outcome.actual };
      writeSync(dump, `${JSON.stringify(line)}\n`);
    });
    host.out(`${name}\n\n${formatTable(suite, tally)}\n`);
    if (tally.failed > 0) host.out(`${name}: ${tally.failed} cases could not be run\n`);
    reports.push(tallyToJson(suite, tally));
    failed += tally.failed;
    if (floors) belowFloor.push(...findBelowFloor(suite, tally, floors));
  }
  if (dump !== undefined) closeSync(dump);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ suites: reports }, null, 2)}\n`);
  for (const fault of belowFloor) host.error(`below the floor: ${fault}`);
  if (floors) return belowFloor.length + unloaded > 0 ? 1 : 0;
  return failed + unloaded > 0 ? 1 : 0;
}

async function showOne(options: RunnerOptions, id: string, host: RunnerHost): Promise<number> {
  for (const name of options.suites) {
    const suite = await tryLoadSuite(name, host);
    const path = suite && join(options.corpus, suite.file);
    if (!suite || !path || !existsSync(path)) continue;
    const found = await runSingleCase(suite, path, id);
    if (!found) continue;
    host.out(showCase(suite, found.testCase, found.outcome));
    return "failed" in found.outcome ? 1 : 0;
  }
  host.error(`No case of ${options.suites.join(", ")} has the id "${id}".`);
  return 1;
}

/** A suite that cannot be loaded is reported and left out; the exit code says so at the end. */
async function tryLoadSuite(name: SuiteName, host: RunnerHost): Promise<Suite | undefined> {
  try {
    return await host.loadSuite(name);
  } catch (error) {
    host.out(`${name}: skipped, the suite cannot be loaded (${(error as Error).message.split("\n")[0]})\n`);
    return undefined;
  }
}
