import { isRecord } from "../../json.js";
import type { ScopeVisit, StateVisit } from "../scopes.js";
import { findTargets, isTerminal, type TransitionTarget } from "../transitions.js";
import type { ValidationContext } from "../validation-context.js";

/**
 * `StartAt`, `Next` and `Default` name a state of their own scope.
 *
 * @see https://states-language.net/spec.html#transition
 */
export function transitions(context: ValidationContext): void {
  for (const scope of context.scopes) {
    const names = stateNames(scope);
    if (!names || names.size === 0) continue;
    const check = ({ target, path }: TransitionTarget): void => {
      if (names.has(target)) return;
      context.report("missing-transition-target", {
        code: "MISSING_TRANSITION_TARGET",
        message: `Missing 'Next' target: ${target}`,
        path,
        help: context.suggest(target, names) ?? elsewhere(context, target),
      });
    };
    const startAt = scope.scope.StartAt;
    if (typeof startAt === "string") check({ target: startAt, path: [...scope.path, "StartAt"] });
    for (const visit of scope.states) findTargets(visit).forEach(check);
  }
}

/** Names of all entries of `States`, well-formed or not; undefined where there is no such object. */
export function stateNames(scope: ScopeVisit): ReadonlySet<string> | undefined {
  const block = scope.scope.States;
  return isRecord(block) ? new Set(Object.keys(block)) : undefined;
}

function elsewhere(context: ValidationContext, target: string): string | undefined {
  return context.stateNames.has(target)
    ? "A state of that name exists, but transitions cannot leave or enter a branch or Map."
    : undefined;
}

/**
 * Whether `StartAt`, or a way out of one of these states, is wrong or missing, which is reported there: mended, it may lead to
 * what is not reached now, or to the end.
 */
export function isBroken(scope: ScopeVisit, states: Iterable<StateVisit>): boolean {
  const names = stateNames(scope);
  if (!names) return true;
  const { StartAt: startAt } = scope.scope;
  if (typeof startAt !== "string" || !names.has(startAt)) return true;
  for (const visit of states) {
    const goesOn = visit.type === "Choice" || isTerminal(visit) || Object.hasOwn(visit.state, "Next");
    if (!goesOn || findTargets(visit).some(({ target }) => !names.has(target))) return true;
  }
  return false;
}
