/** Time to report what happened before the function is stopped. */
const reserveMs = 1000;

/** A signal that is aborted a second before the time is up; never, where no end is known. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  readonly clear: () => void;
}

export function startTimeLimit(remainingMs: number | undefined): TimeLimit {
  const controller = new AbortController();
  if (remainingMs === undefined) return { signal: controller.signal, clear: () => undefined };
  const timer = setTimeout(() => controller.abort(), Math.max(0, remainingMs - reserveMs));
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}
