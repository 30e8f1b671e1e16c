import { runQuietly } from "../lib/run-quietly.mjs";

/** Runs a program that either passes or fails, and shows what it printed only in the second case. */
export async function check(title, command, args, options) {
  const { code, output } = await runQuietly(title, command, args, options);
  const passed = code === 0;
  process.stdout.write(passed ? `pass ${title}\n` : `${output.trim()}\nFAIL ${title} (exit code ${code})\n`);
  return passed;
}

/** The result of a step that is a list of checks. */
export function countChecks(outcomes) {
  const failed = outcomes.filter(({ passed }) => !passed);
  return {
    passed: outcomes.length - failed.length,
    failed: failed.length,
    skipped: 0,
    notes: failed.map(({ title }) => `failed: ${title}`),
  };
}
