import type { AbortScope } from "./abort-scope.js";
import { Aborted } from "./failure.js";

/** The execution's time. All times are milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Resolves when the time has come; rejects with `Aborted` when the scope ends first. */
  sleep(durationMs: number, scope: AbortScope): Promise<void>;
  /** Waits for work outside the simulation; a virtual clock stands still meanwhile. */
  external<T>(work: PromiseLike<T>, scope: AbortScope): Promise<T>;
  /** For work that `external` waits for: time may go on while it does something that itself follows this clock. */
  inside<T>(work: () => Promise<T>): Promise<T>;
  /** Calls back at a time unless cancelled. */
  schedule(durationMs: number, callback: () => void): () => void;
}

interface Timer {
  readonly due: number;
  readonly callback: () => void;
  cancelled: boolean;
}

// Taken when the module loads, so that a test runner's fake timers do not stop the clock.
const afterMicrotasks = setImmediate;
const { setTimeout: setRealTimeout, clearTimeout: clearRealTimeout } = globalThis;

abstract class BaseClock implements Clock {
  abstract now(): number;
  abstract schedule(durationMs: number, callback: () => void): () => void;

  sleep(durationMs: number, scope: AbortScope): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        cancel();
        reject(new Aborted());
      };
      const cancel = this.schedule(durationMs, () => {
        scope.offAbort(onAbort);
        resolve();
      });
      scope.onAbort(onAbort);
    });
  }

  external<T>(work: PromiseLike<T>, scope: AbortScope): Promise<T> {
    this.enterExternal();
    return new Promise<T>((resolve, reject) => {
      let left = false;
      const leave = (): void => {
        if (left) return;
        left = true;
        scope.offAbort(onAbort);
        this.leaveExternal();
      };
      const onAbort = (): void => {
        leave();
        reject(new Aborted());
      };
      work.then(
        (value) => {
          leave();
          resolve(value);
        },
        (reason: unknown) => {
          leave();
          reject(reason);
        },
      );
      scope.onAbort(onAbort);
    });
  }

  async inside<T>(work: () => Promise<T>): Promise<T> {
    this.leaveExternal();
    try {
      return await work();
    } finally {
      this.enterExternal();
    }
  }

  protected enterExternal(): void {}
  protected leaveExternal(): void {}
}

/**
 * Time that jumps: once every strand of the execution waits for a timer, and none for work outside, the earliest
 * timer fires. Timers of the same time fire in the order in which they were set, so a run is the same every time.
 */
export class VirtualClock extends BaseClock {
  #now: number;
  #external = 0;
  #pumping = false;
  readonly #timers: Timer[] = [];

  constructor(startMs: number) {
    super();
    this.#now = startMs;
  }

  now(): number {
    return this.#now;
  }

  schedule(durationMs: number, callback: () => void): () => void {
    const timer: Timer = {
      due: this.#now + Math.max(0, durationMs),
      callback,
      cancelled: false,
    };
    this.#timers.splice(this.#findPlace(timer.due), 0, timer);
    this.#pump();
    return () => {
      timer.cancelled = true;
    };
  }

  protected override enterExternal(): void {
    this.#external += 1;
  }

  protected override leaveExternal(): void {
    this.#external -= 1;
    this.#pump();
  }

  /** The list is sorted latest first, so that the earliest is taken from its end. */
  #findPlace(due: number): number {
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#timers[middle] as Timer).due > due) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #pump(): void {
    if (this.#pumping || this.#external > 0 || this.#timers.length === 0) return;
    this.#pumping = true;
    afterMicrotasks(() => {
      this.#pumping = false;
      if (this.#external > 0) return;
      let timer = this.#timers.pop();
      while (timer?.cancelled) timer = this.#timers.pop();
      if (timer === undefined) return;
      this.#now = timer.due;
      timer.callback();
      this.#pump();
    });
  }
}

/** Node's longest timer, about 24.8 days; a longer wait is a chain of them. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's own time, for runs against real services. */
export class RealClock extends BaseClock {
  now(): number {
    return Date.now();
  }

  schedule(durationMs: number, callback: () => void): () => void {
    let handle: NodeJS.Timeout;
    const arm = (leftMs: number): void => {
      const partMs = Math.min(Math.max(0, leftMs), LONGEST_TIMER_MS);
      handle = setRealTimeout(() => (leftMs > partMs ? arm(leftMs - partMs) : callback()), partMs);
    };
    arm(durationMs);
    return () => clearRealTimeout(handle);
  }
}
