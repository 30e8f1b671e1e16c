import { isRecord, type UnknownRecord } from "../json.js";
import type { ScopeVisit, StateVisit } from "./scopes.js";
import type { ValidationContext } from "./validation-context.js";
import { assignedNames } from "./variables.js";

/** A way from a state to another, with what is assigned on it. */
interface Edge {
  readonly target: string;
  readonly assigned: readonly string[];
}

/**
 * Which variables may have a value when a state is entered: some way from `StartAt` to it assigns them. One set of bits
 * for each state, since both states and variables can be many.
 */
export class VariableFlow {
  readonly #scopes = new Map<ScopeVisit, ScopeFlow>();

  constructor(context: ValidationContext) {
    for (const scope of context.scopes) this.#scopes.set(scope, new ScopeFlow(scope));
  }

  /** False where no way that leads to the state assigns the variable, here or in a scope around it. */
  mayHold(visit: StateVisit, name: string): boolean {
    for (let inner = visit; ; inner = inner.scope.parent) {
      if (this.#scopes.get(inner.scope)!.mayHold(inner, name)) return true;
      // Children of a distributed Map are executions of their own.
      if (!inner.scope.parent || inner.scope.isDistributed) return false;
    }
  }
}

class ScopeFlow {
  /** Index of each variable that the scope assigns. */
  readonly #indexes = new Map<string, number>();
  /** Bits of the variables that may have a value; a state that is never entered has none. */
  readonly #entered = new Map<string, Uint32Array>();

  constructor({ scope, states }: ScopeVisit) {
    const edges = new Map(states.map((visit) => [visit.name, findEdges(visit)]));
    for (const { assigned } of [...edges.values()].flat()) {
      for (const name of assigned) if (!this.#indexes.has(name)) this.#indexes.set(name, this.#indexes.size);
    }
    const start = String(scope.StartAt);
    if (edges.has(start)) this.#follow(start, edges);
  }

  mayHold(visit: StateVisit, name: string): boolean {
    const index = this.#indexes.get(name);
    if (index === undefined) return false;
    const bits = this.#entered.get(visit.name);
    return bits === undefined || (bits[index >>> 5]! & (1 << (index & 31))) !== 0;
  }

  #follow(start: string, edges: ReadonlyMap<string, readonly Edge[]>): void {
    const width = Math.ceil(this.#indexes.size / 32);
    this.#entered.set(start, new Uint32Array(width));
    const pending = new Set([start]);
    for (const name of pending) {
      pending.delete(name);
      const bits = this.#entered.get(name)!;
      for (const { target, assigned } of edges.get(name)!) {
        if (edges.has(target) && this.#enter(target, bits, assigned)) pending.add(target);
      }
    }
  }

  /** Adds to what a state may be entered with; true when that is news. */
  #enter(target: string, bits: Uint32Array, assigned: readonly string[]): boolean {
    let isNew = false;
    let known = this.#entered.get(target);
    if (!known) {
      known = new Uint32Array(bits.length);
      this.#entered.set(target, known);
      isNew = true;
    }
    const add = (word: number, more: number) => {
      if ((known[word]! | more) >>> 0 === known[word]) return;
      known[word]! |= more;
      isNew = true;
    };
    for (let word = 0; word < bits.length; word++) add(word, bits[word]!);
    for (const name of assigned) {
      const index = this.#indexes.get(name)!;
      add(index >>> 5, 1 << (index & 31));
    }
    return isNew;
  }
}

/** A rule that matches and a catcher assign what they say themselves; what the state says counts on its other ways. */
function findEdges(visit: StateVisit): Edge[] {
  const edges: Edge[] = [];
  const add = (owner: UnknownRecord, field: string): void => {
    const target = owner[field];
    if (typeof target === "string") edges.push({ target, assigned: assignedNames(visit, owner) });
  };
  add(visit.state, visit.type === "Choice" ? "Default" : "Next");
  for (const list of ["Choices", "Catch"]) {
    const entries = visit.state[list];
    if (!Array.isArray(entries)) continue;
    for (const entry of entries) if (isRecord(entry)) add(entry, "Next");
  }
  return edges;
}
