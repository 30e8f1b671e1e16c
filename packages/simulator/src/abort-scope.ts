import { Aborted } from "./failure.js";

/** What ends together: an execution, the branches of a Parallel state, the iterations of a Map state. */
export class AbortScope {
  #aborted = false;
  #causeId: number | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #parent: AbortScope | undefined;
  readonly #onParentAbort = (): void => this.abort(this.#parent?.causeId);

  constructor(parent?: AbortScope) {
    this.#parent = parent;
    parent?.onAbort(this.#onParentAbort);
  }

  get aborted(): boolean {
    return this.#aborted;
  }

  /** The event that ended it, where the history tells of what ended with it. */
  get causeId(): number | undefined {
    return this.#causeId;
  }

  throwIfAborted(): void {
    if (this.#aborted) throw new Aborted();
  }

  onAbort(listener: () => void): void {
    if (this.#aborted) listener();
    else this.#listeners.add(listener);
  }

  offAbort(listener: () => void): void {
    this.#listeners.delete(listener);
  }

  abort(causeId?: number): void {
    if (this.#aborted) return;
    this.#aborted = true;
    this.#causeId = causeId;
    for (const listener of [...this.#listeners]) listener();
    this.#listeners.clear();
  }

  /** Forgets the parent, so that a long run does not gather dead scopes. */
  dispose(): void {
    this.#parent?.offAbort(this.#onParentAbort);
  }
}
