/** How long the SDK may take to notice by itself that the time is up; its own error tells more. */
const graceMs = 100;

/**
 * Ends when the signal does, whatever the work waits for: the SDK reads the account's regions and partitions without the
 * signal, and may wait for minutes.
 *
 * @throws an error named `AbortError`
 */
export async function withinTime<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    onAbort = () => {
      timer = setTimeout(() => reject(new TimeUpError()), graceMs);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([work, timeUp]);
  } finally {
    clearTimeout(timer);
    if (onAbort) signal.removeEventListener("abort", onAbort);
  }
}

class TimeUpError extends Error {
  override readonly name = "AbortError";

  constructor() {
    super("The time is up.");
  }
}
