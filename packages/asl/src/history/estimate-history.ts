import { parseTaskResource } from "../integrations/resource-arn.js";
import { isRecord, type UnknownRecord } from "../json.js";
import { toPointer } from "../validation/path.js";
import {
  collectScopes,
  innerScopesOf,
  isDistributedProcessor,
  processorOf,
  type ScopeVisit,
  type StateVisit,
} from "../validation/scopes.js";
import { findTargets } from "../validation/transitions.js";

/** Transitions that lead back, and what one turn writes. */
export interface HistoryLoop {
  /** JSON Pointer to the state that the loop comes back to. */
  readonly pointer: string;
  readonly eventsPerTurn: number;
}

/** An inline Map whose number of items only its input tells. */
export interface HistoryIteration {
  /** JSON Pointer to the Map. */
  readonly pointer: string;
  readonly eventsPerItem: number;
}

/** Events in the history of one execution. */
export interface HistoryEstimate {
  /** The longest way without turning back: one attempt each, one item where items are not constant. */
  readonly events: number;
  readonly loops: readonly HistoryLoop[];
  readonly iterations: readonly HistoryIteration[];
}

/** An execution's own first and last event. */
const executionEvents = 2;

const entryAndExit = 2;

/**
 * Counts the events that an execution of a scope writes: the machine, or the processor of a distributed Map, whose children
 * have histories of their own. An estimate: two events for a state, five for a task, six for one that waits.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export function estimateScopeHistory(
  scope: ScopeVisit,
  innerScopes: ReadonlyMap<StateVisit, readonly ScopeVisit[]>,
): HistoryEstimate {
  const counter = new EventCounter(innerScopes);
  const events = executionEvents + counter.countScope(scope);
  return { events, loops: counter.loops, iterations: counter.iterations };
}

/** As {@link estimateScopeHistory}, of a whole machine; children of distributed Maps are not in it. */
export function estimateHistory(definition: object): HistoryEstimate {
  const scopes = collectScopes(definition as UnknownRecord);
  return estimateScopeHistory(scopes[0]!, innerScopesOf(scopes));
}

class EventCounter {
  readonly loops: HistoryLoop[] = [];
  readonly iterations: HistoryIteration[] = [];
  readonly #innerScopes: ReadonlyMap<StateVisit, readonly ScopeVisit[]>;

  constructor(innerScopes: ReadonlyMap<StateVisit, readonly ScopeVisit[]>) {
    this.#innerScopes = innerScopes;
  }

  /** The longest way through a scope. Depth first with a list of its own, since chains of states may be long. */
  countScope(scope: ScopeVisit): number {
    const visits = new Map(scope.states.map((visit) => [visit.name, visit]));
    const longest = new Map<string, number>();
    const way: {
      readonly name: string;
      readonly own: number;
      readonly before: number;
      readonly targets: string[];
      after: number;
    }[] = [];
    const open = new Map<string, number>();
    const enter = (name: string): void => {
      const visit = visits.get(name);
      if (!visit) return;
      const top = way.at(-1);
      open.set(name, way.length);
      way.push({
        name,
        own: this.#countState(visit),
        before: top ? top.before + top.own : 0,
        targets: findTargets(visit).map(({ target }) => target),
        after: 0,
      });
    };
    enter(String(scope.scope.StartAt));
    for (let top = way.at(-1); top; top = way.at(-1)) {
      const target = top.targets.pop();
      if (target === undefined) {
        way.pop();
        open.delete(top.name);
        const events = top.own + top.after;
        longest.set(top.name, events);
        const above = way.at(-1);
        if (above) above.after = Math.max(above.after, events);
      } else if (open.has(target)) {
        const head = way[open.get(target)!]!;
        this.loops.push({
          pointer: toPointer(visits.get(target)!.path),
          eventsPerTurn: top.before + top.own - head.before,
        });
      } else if (longest.has(target)) top.after = Math.max(top.after, longest.get(target)!);
      else enter(target);
    }
    return longest.get(String(scope.scope.StartAt)) ?? 0;
  }

  #countState(visit: StateVisit): number {
    switch (visit.type) {
      case "Task":
        return this.#countTask(visit);
      case "Parallel":
        return entryAndExit + 2 + this.#countInner(visit);
      case "Map":
        return this.#countMap(visit);
      case "Fail":
        return 1;
      default:
        return entryAndExit;
    }
  }

  /** Scheduled, started, succeeded or failed; and submitted, where a job or a token is waited for. */
  #countTask(visit: StateVisit): number {
    const { Resource: resource } = visit.state;
    const parsed = typeof resource === "string" ? parseTaskResource(resource) : undefined;
    const waits = parsed?.kind === "integration" && parsed.pattern !== "requestResponse";
    return entryAndExit + (waits ? 4 : 3);
  }

  #countMap(visit: StateVisit): number {
    // Started, succeeded; a Map Run has the same two again.
    if (isDistributedProcessor(processorOf(visit)?.processor)) return entryAndExit + 4;
    const eventsPerItem = 2 + this.#countInner(visit);
    const { Items: items } = visit.state;
    const count = Array.isArray(items) ? items.length : isRecord(items) ? Object.keys(items).length : undefined;
    if (count === undefined) this.iterations.push({ pointer: toPointer(visit.path), eventsPerItem });
    return entryAndExit + 2 + (count ?? 1) * eventsPerItem;
  }

  #countInner(visit: StateVisit): number {
    return (this.#innerScopes.get(visit) ?? []).reduce((sum, scope) => sum + this.countScope(scope), 0);
  }
}
