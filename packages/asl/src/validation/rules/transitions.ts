import { didYouMean } from "@treadle/diagnostics";
import { isRecord } from "../../json.js";
import type { Path } from "../path.js";
import type { ScopeVisit, StateVisit } from "../scopes.js";
import type { ValidationContext } from "../validation-context.js";

export interface TransitionTarget {
  readonly target: string;
  readonly path: Path;
}

/** Every name a state may go to next, with the field that says so. */
export function findTargets(visit: StateVisit): TransitionTarget[] {
  const found: TransitionTarget[] = [];
  const add = (owner: unknown, field: string, path: Path): void => {
    if (!isRecord(owner)) return;
    const target = owner[field];
    if (typeof target === "string") found.push({ target, path: [...path, field] });
  };
  add(visit.state, "Next", visit.path);
  for (const list of ["Choices", "Catch"]) {
    const entries = visit.state[list];
    if (!Array.isArray(entries)) continue;
    entries.forEach((entry, index) => {
      add(entry, "Next", [...visit.path, list, index]);
    });
  }
  add(visit.state, "Default", visit.path);
  return found;
}

/** `StartAt`, `Next` and `Default` name a state of their own scope. */
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
        help: didYouMean(target, names).trim() || elsewhere(context, scope, target),
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

function elsewhere(context: ValidationContext, scope: ScopeVisit, target: string): string | undefined {
  const isElsewhere = context.scopes.some((other) => other !== scope && stateNames(other)?.has(target));
  return isElsewhere
    ? "A state of that name exists, but transitions cannot leave or enter a branch or Map."
    : undefined;
}
