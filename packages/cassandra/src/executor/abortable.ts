import { errors } from "cassandra-driver";

/**
 * Stops waiting when the function's time is nearly up. The driver cannot take a request back, so this is its timeout
 * come early: the server may still do what it was asked.
 */
export async function abortable<T>(running: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new errors.OperationTimedOutError("The function's time is nearly up."));
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([running, aborted]);
  } finally {
    if (stop !== undefined) signal.removeEventListener("abort", stop);
    // What comes after the race is over has no one left to tell.
    running.catch(() => undefined);
  }
}
