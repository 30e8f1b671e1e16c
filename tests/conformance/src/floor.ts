import type { Suite } from "./suite.js";
import type { Figure, Tally } from "./tally.js";

/** Suite → metric → least share of hits, or by oracle. For a metric that counts faults it is the largest share. */
export type Floors = Readonly<Record<string, Readonly<Record<string, number | Readonly<Record<string, number>>>>>>;

/** One line for each figure that is worse than recorded, or recorded but no longer measured. */
export function findBelowFloor(suite: Suite, tally: Tally, floors: Floors): string[] {
  const faults: string[] = [];
  for (const [name, floor] of Object.entries(floors[suite.name] ?? {})) {
    const countsFaults = suite.metrics.find((metric) => metric.name === name)?.countsFaults === true;
    const limits = typeof floor === "number" ? [[undefined, floor] as const] : Object.entries(floor);
    for (const [oracle, limit] of limits) {
      const label = oracle === undefined ? `${suite.name} ${name}` : `${suite.name} ${name} (${oracle})`;
      const figure = tally.sum("", (row) => oracle === undefined || row.oracle === oracle).figures[name];
      const fault = judge(figure, limit, countsFaults);
      if (fault) faults.push(`${label}: ${fault}`);
    }
  }
  return faults;
}

function judge(figure: Figure | undefined, limit: number, countsFaults: boolean): string | undefined {
  if (!figure) return "recorded in the floors, but not measured";
  const share = figure.hits / figure.of;
  // Floors are written with four digits, so a share may lie that much beside its own floor.
  const isWorse = countsFaults ? share > limit + 0.00005 : share < limit - 0.00005;
  return isWorse
    ? `${figure.hits} of ${figure.of} is ${share.toFixed(4)}, ${countsFaults ? "above" : "below"} ${limit}`
    : undefined;
}
