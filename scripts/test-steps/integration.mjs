import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../lib/paths.mjs";
import { vitestStep } from "./vitest-step.mjs";

/** Tests against real databases; where some are skipped, the summary says what this machine lacks. */
export async function run() {
  const result = await vitestStep("integration")();
  const testbed = pathToFileURL(join(root, "packages", "testbed", "dist", "index.js"));
  const { checkEmulatorRequirements, checkRequirements, describeMissingRequirements } = await import(testbed.href);
  const missing = [...(await checkRequirements()), ...(await checkEmulatorRequirements())];
  if (missing.length > 0) result.notes.unshift(...describeMissingRequirements(missing).split("\n"));
  return result;
}
