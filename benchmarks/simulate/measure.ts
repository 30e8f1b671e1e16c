import { median } from "../median.ts";

/** Repeats work until it has taken long enough to be measured; milliseconds of one run. */
async function timeOne(work: () => Promise<unknown>, leastMs: number): Promise<number> {
  const started = performance.now();
  let runs = 0;
  do {
    await work();
    runs += 1;
  } while (performance.now() - started < leastMs);
  return (performance.now() - started) / runs;
}

/** Medians in milliseconds of works that take turns, so that a slow moment of the machine meets all of them. */
export async function measureInTurns<K extends string>(
  works: Readonly<Record<K, () => Promise<unknown>>>,
  rounds: number,
  leastMs: number,
): Promise<Record<K, number>> {
  const names = Object.keys(works) as K[];
  const times = new Map<K, number[]>(names.map((name) => [name, []]));
  for (const name of names) await timeOne(works[name], leastMs);
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times.get(name)?.push(await timeOne(works[name], leastMs));
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<K, number>;
}
