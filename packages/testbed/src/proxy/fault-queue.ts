import type { FaultRule } from "./fault.js";

/** The faults still to come, first in first out among those that match a request. */
export class FaultQueue<Fault, Request> {
  #rules: { readonly rule: FaultRule<Fault, Request>; left: number }[] = [];

  add(rule: FaultRule<Fault, Request>): void {
    this.#rules.push({ rule, left: rule.requests ?? 1 });
  }

  /** The fault for this request, which is then used up by one. */
  take(request: Request): Fault | undefined {
    const entry = this.#rules.find(({ rule }) => rule.matching?.(request) ?? true);
    if (!entry) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.#rules = this.#rules.filter((each) => each !== entry);
    return entry.rule.fault;
  }

  clear(): void {
    this.#rules = [];
  }
}
