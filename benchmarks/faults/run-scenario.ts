import { setTimeout as delay } from "node:timers/promises";
import { type Count, Ledger, type RowSource } from "./ledger.ts";
import { Load, write } from "./load.ts";
import type { Scenario, ScenarioReport } from "./scenario.ts";
import { writeKinds } from "./writes.ts";

const quietMs = 1_000;
const recoversWithinMs = 60_000;

/** Load before, during and after a fault; then every write that was reported is looked for on the node. */
export async function runScenario<Place>(
  { fault, meets, open, strike }: Scenario<Place>,
  place: Place,
  node: RowSource,
  documented: ReadonlySet<string>,
): Promise<ScenarioReport> {
  const ledger = new Ledger(documented);
  const executor = open(place);
  const problems: string[] = [];
  let recoveryMs: number;
  try {
    const load = new Load(executor, ledger);
    try {
      await delay(quietMs);
      await strike(place, ledger.errors);
      const healedAt = performance.now();
      for (const kind of writeKinds) {
        while (!(await write(executor, ledger, kind))) {
          if (performance.now() - healedAt > recoversWithinMs) {
            problems.push(`${kind} does not recover`);
            break;
          }
        }
      }
      recoveryMs = performance.now() - healedAt;
      await delay(quietMs);
    } finally {
      await load.stop();
    }
  } finally {
    await executor.close();
  }
  const count = await ledger.count(node);
  for (const names of meets) {
    if (!names.some((name) => ledger.errors.has(name))) problems.push(`did not meet ${names.join(" or ")}`);
  }
  problems.push(...violations(count));
  return { fault, writes: ledger.size, count, errors: ledger.errors, recoveryMs, problems };
}

const mustBeZero = [
  "acknowledgedButMissing",
  "appliedTwice",
  "refusedButApplied",
  "metItself",
  "unnamed",
] as const satisfies readonly (keyof Count)[];

function violations(count: Count): readonly string[] {
  return mustBeZero.filter((name) => count[name] > 0).map((name) => `${name}: ${count[name]}`);
}
