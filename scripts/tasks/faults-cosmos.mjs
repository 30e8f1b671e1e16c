// npm run faults:cosmos -- [WRITES [SEED]]: writes under injected faults, counted before and after, with figures.
import { UserError } from "../lib/fail.mjs";
import { projectNode, root, vitest } from "../lib/paths.mjs";
import { runInForeground } from "../lib/run-in-foreground.mjs";

export const needsBuild = true;

export async function run([writes = "600", seed = "1"]) {
  if (!/^[1-9]\d*$/.test(writes) || !/^\d+$/.test(seed)) {
    throw new UserError("Usage: npm run faults:cosmos -- [WRITES [SEED]]", 2);
  }
  const env = {
    ...process.env,
    TREADLE_FAULT_RUN_WRITES: writes,
    TREADLE_FAULT_RUN_SEED: seed,
    TREADLE_TEST_SERVERS: "cosmos",
  };
  const file = "packages/cosmos/test/faults/fault-run.integration.test.ts";
  return runInForeground(projectNode, [vitest, "run", "--project", "integration", file], { cwd: root, env });
}
