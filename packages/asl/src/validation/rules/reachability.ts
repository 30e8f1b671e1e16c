import type { ScopeVisit, StateVisit } from "../scopes.js";
import { findTargets, isTerminal } from "../transitions.js";
import type { ValidationContext } from "../validation-context.js";
import { isBroken } from "./transitions.js";

/**
 * Every state can be reached from `StartAt`. AWS does not look when the machine has no terminal state.
 *
 * @see https://states-language.net/spec.html#transition
 */
export function reachability(context: ValidationContext): void {
  for (const scope of context.scopes) {
    if (!scope.parent && !scope.states.some(isTerminal)) continue;
    if (scope.states.some((visit) => visit.type === undefined)) continue; // Its ways out are not known.
    const reached = reachedFrom(scope);
    const isConsequence =
      reached.size < scope.states.length &&
      isBroken(
        scope,
        scope.states.filter(({ name }) => reached.has(name)),
      );
    for (const visit of scope.states) {
      if (reached.has(visit.name)) continue;
      context.report("unreachable-state", {
        code: "MISSING_TRANSITION_TARGET",
        message: `State "${visit.name}" is not reachable.`,
        path: visit.path,
        isConsequence,
        help: "Point a Next, Default, Choices or Catch at it, or remove it.",
      });
    }
  }
}

function reachedFrom(scope: ScopeVisit): ReadonlySet<string> {
  const visits = new Map<string, StateVisit>(scope.states.map((visit) => [visit.name, visit]));
  const reached = new Set<string>();
  const pending = [String(scope.scope.StartAt)];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const visit = visits.get(name);
    if (!visit || reached.has(name)) continue;
    reached.add(name);
    for (const { target } of findTargets(visit)) pending.push(target);
  }
  return reached;
}
