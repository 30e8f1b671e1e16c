import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type Figure, type Kind, run, type Work } from "./workload.ts";

const firstReading = 100_000;
const lastReading = 1_000_000;
const mostGrowth = 1.1;

/** The heap after collection at 100,000 and at 1,000,000 statements, writes and reads by turns. */
export async function measureHeap(executor: { readonly [kind in Kind]: Work }): Promise<Figure> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const heap = () => {
    for (let pass = 0; pass < 4; pass++) collect();
    return process.memoryUsage().heapUsed;
  };
  const work: Work = (index) => executor[index % 2 === 0 ? "writes" : "reads"](index);
  await run(work, firstReading);
  const early = heap();
  await run(work, lastReading - firstReading, firstReading);
  const late = heap();
  const growth = late / early;
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
  console.log(`heap    ${megabytes(early)} after ${firstReading} statements, ${megabytes(late)} after ${lastReading}`);
  return { text: `heap grows to ${growth.toFixed(3)} (at most ${mostGrowth})`, isReached: growth <= mostGrowth };
}
