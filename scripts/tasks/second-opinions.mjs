// npm run second-opinions: the validator's own cases through other validators; every disagreement is explained or fails.
import { projectNode, root, vitest } from "../lib/paths.mjs";
import { runInForeground } from "../lib/run-in-foreground.mjs";

export const needsBuild = true;

export async function run() {
  const config = "packages/asl/test/second-opinions/vitest.config.ts";
  return runInForeground(projectNode, [vitest, "run", "--config", config, "--reporter=agent"], { cwd: root });
}
