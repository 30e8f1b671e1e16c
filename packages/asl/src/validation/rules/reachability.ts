import type { ScopeVisit, StateVisit } from "../scopes.js";
import type { ValidationContext } from "../validation-context.js";
import { isTerminal } from "./terminal-states.js";
import { findTargets } from "./transitions.js";

/** Every state can be reached from `StartAt`. AWS does not look when the machine has no terminal state. */
export function reachability(context: ValidationContext): void {
  for (const scope of context.scopes) {
    if (!scope.parent && !scope.states.some(isTerminal)) continue;
    if (scope.states.some((visit) => visit.type === undefined)) continue; // Its ways out are not known.
    const reached = reachedFrom(scope);
    for (const visit of scope.states) {
      if (reached.has(visit.name)) continue;
      context.report("unreachable-state", {
        code: "MISSING_TRANSITION_TARGET",
        message: `State "${visit.name}" is not reachable.`,
        path: visit.path,
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
