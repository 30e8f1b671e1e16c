import { isRecord } from "../json.js";
import type { Path } from "./path.js";
import type { StateVisit } from "./scopes.js";

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

export function isTerminal(visit: StateVisit): boolean {
  return visit.type === "Succeed" || visit.type === "Fail" || visit.state.End === true;
}
