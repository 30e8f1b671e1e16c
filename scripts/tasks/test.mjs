// npm test: everything that has to hold before a change is merged. `npm test -- unit lint` runs only the named steps.
import { UserError } from "../lib/fail.mjs";
import { findLeftoverProcesses, markChildren } from "../lib/leftover-processes.mjs";
import { formatSummary } from "../lib/test-summary.mjs";
import { describeTree } from "../lib/working-tree.mjs";
import * as artifacts from "../test-steps/artifacts.mjs";
import * as build from "../test-steps/build.mjs";
import * as integration from "../test-steps/integration.mjs";
import * as lint from "../test-steps/lint.mjs";
import * as types from "../test-steps/types.mjs";
import { vitestStep } from "../test-steps/vitest-step.mjs";

// Building is a step of its own, so that a build that fails is counted and summed up as well.
export const needsBuild = false;

const steps = {
  lint: lint.run,
  types: types.run,
  "typescript-versions": vitestStep("types"),
  unit: vitestStep("unit"),
  artifacts: artifacts.run,
  examples: vitestStep("examples"),
  integration: integration.run,
  "packed-install": vitestStep("packed-install"),
};

const didNotRun = { passed: 0, failed: 1, skipped: 0, seconds: 0, notes: ["did not run"] };

/** Each step gives `{ passed, failed, skipped, notes }`, where notes are lines for the summary. */
export async function run(names) {
  const unknown = names.find((name) => !(name in steps));
  if (unknown) throw new UserError(`There is no step "${unknown}". Steps: ${Object.keys(steps).join(", ")}.`, 2);
  let interrupted = false;
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
      interrupted = true;
    });
  }
  const mark = markChildren();
  const treeBefore = describeTree();
  const results = [];
  const built = await runStep("build", build.run);
  results.push(built);
  for (const name of names.length > 0 ? names : Object.keys(steps)) {
    const canRun = !interrupted && (built.failed === 0 || name === "lint");
    results.push(canRun ? await runStep(name, steps[name]) : { name, ...didNotRun });
  }
  results.push(await runStep("clean-up", () => checkCleanUp(mark, treeBefore)));
  process.stdout.write(formatSummary(results));
  return results.some((result) => result.failed > 0) ? 1 : 0;
}

async function runStep(name, step) {
  process.stdout.write(`\n== ${name}\n`);
  const startedAt = performance.now();
  const result = await step();
  return { name, ...result, seconds: (performance.now() - startedAt) / 1000 };
}

async function checkCleanUp(mark, treeBefore) {
  const notes = [];
  const leftover = await findLeftoverProcesses(mark);
  for (const each of leftover) notes.push(`still runs: ${each.pid} ${each.command}`);
  const treeChanged = describeTree() !== treeBefore;
  if (treeChanged) notes.push("the working tree has changed; see git status");
  const failed = (leftover.length > 0 ? 1 : 0) + (treeChanged ? 1 : 0);
  for (const note of notes) process.stdout.write(`${note}\n`);
  if (failed === 0) process.stdout.write("no process left behind, working tree as before\n");
  return { passed: 2 - failed, failed, skipped: 0, notes };
}
