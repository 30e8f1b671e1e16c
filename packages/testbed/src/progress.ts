/** Told, in one short line, about every step that may take more than two seconds. */
export type Progress = (message: string) => void;

const repeatAfterMs = 5_000;

/** Reports the step when it starts and again every five seconds, with the time it has taken, until it ends. */
export async function reportWhile<T>(log: Progress | undefined, message: string, step: () => Promise<T>): Promise<T> {
  if (!log) return step();
  const startedAt = performance.now();
  log(message);
  const timer = setInterval(
    () => log(`${message} (${Math.round((performance.now() - startedAt) / 1000)} s)`),
    repeatAfterMs,
  );
  try {
    return await step();
  } finally {
    clearInterval(timer);
  }
}
