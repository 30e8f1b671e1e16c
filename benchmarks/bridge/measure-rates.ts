import { median } from "../median.ts";
import { type Figure, type Kind, run, type Work } from "./workload.ts";

const rounds = 7;
const callsPerRound = 4_800;
const slicesPerRound = 12;
const warmUpCalls = 6_000;
const leastShare = 0.9;

type Sides = { readonly [side in "bare" | "executor"]: { readonly [kind in Kind]: Work } };

/** Calls per second through the executor and through the bare driver: medians of seven alternating rounds. */
export async function measureRates(sides: Sides): Promise<Figure> {
  const shares: string[] = [];
  let isReached = true;
  for (const kind of ["writes", "reads"] as const) {
    for (const side of [sides.bare, sides.executor]) await run(side[kind], warmUpCalls);
    const rates = { bare: [] as number[], executor: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      const seconds = { bare: 0, executor: 0 };
      for (let slice = 0; slice < slicesPerRound; slice++) {
        // Each is first in turn, in short slices, so that a machine that slows down slows both.
        const order = slice % 2 === 0 ? (["bare", "executor"] as const) : (["executor", "bare"] as const);
        for (const side of order) seconds[side] += await run(sides[side][kind], callsPerRound / slicesPerRound);
      }
      for (const side of ["bare", "executor"] as const) rates[side].push(callsPerRound / seconds[side]);
    }
    const [bare, executor] = [median(rates.bare), median(rates.executor)];
    const share = executor / bare;
    isReached &&= share >= leastShare;
    shares.push(`${kind} ${share.toFixed(2)}`);
    const perSecond = (rate: number) => `${rate.toFixed(0).padStart(6)}/s`;
    console.log(
      `${kind.padEnd(7)} bare ${perSecond(bare)}   executor ${perSecond(executor)}   share ${share.toFixed(3)}`,
    );
  }
  return { text: `share of the bare driver's rate: ${shares.join(", ")} (at least ${leastShare})`, isReached };
}
