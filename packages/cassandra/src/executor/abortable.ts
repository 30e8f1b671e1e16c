import { errors } from "cassandra-driver";

/**
 * Stops waiting when the function's time is nearly up. The driver cannot take a request back, so this is its timeout
 * come early: the server may still do what it was asked.
 */
export function abortable<T>(running: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new errors.OperationTimedOutError("The function's time is nearly up."));
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
    const settled = <Outcome>(settle: (outcome: Outcome) => void) => {
      return (outcome: Outcome) => {
        signal.removeEventListener("abort", stop);
        // Without effect where the wait is over: there is no one left to tell.
        settle(outcome);
      };
    };
    running.then(settled(resolve), settled(reject));
  });
}
