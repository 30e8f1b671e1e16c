import { join } from "node:path";
import { projectNode, root } from "../lib/paths.mjs";
import { listExamples } from "../lib/workspace.mjs";
import { check, countChecks } from "./check.mjs";

/** The committed artifacts of every example are what its sources compile to. */
export async function run() {
  const treadle = join(root, "packages", "cli", "dist", "main.js");
  const outcomes = [];
  for (const example of listExamples()) {
    const title = `artifacts of ${example}`;
    const passed = await check(title, projectNode, [treadle, "build", "--check"], { cwd: join(root, example) });
    outcomes.push({ title, passed });
  }
  // An example that is no longer found must not pass for one that is right.
  if (outcomes.length === 0) outcomes.push({ title: "no example was found", passed: false });
  return countChecks(outcomes);
}
