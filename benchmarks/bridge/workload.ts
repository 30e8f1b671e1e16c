const concurrency = 64;
/** A node on a busy machine may miss its own time limits now and then; every statement here may be repeated. */
const mostAttempts = 5;

/** One call of the bridge or of the driver; the index picks the row. */
export type Work = (index: number) => Promise<unknown>;

export type Kind = "writes" | "reads";

export interface Figure {
  /** For the summary line. */
  readonly text: string;
  readonly isReached: boolean;
}

/** Runs `count` calls, 64 at a time, and gives the seconds that it took. */
export async function run(work: Work, count: number, start = 0): Promise<number> {
  const startedAt = performance.now();
  let next = start;
  const worker = async () => {
    while (next < start + count) await persist(work, next++);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return (performance.now() - startedAt) / 1000;
}

async function persist(work: Work, index: number): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work(index);
      return;
    } catch (error) {
      if (attempt === mostAttempts) throw error;
    }
  }
}
