import { isRecord, type UnknownRecord } from "../json.js";
import { parseIntrinsic } from "../jsonpath/parse-intrinsic.js";
import { parsePath } from "../jsonpath/parse-path.js";
import type { Path } from "./path.js";
import type { StateVisit } from "./scopes.js";
import type { ValidationContext } from "./validation-context.js";

export interface Assignment {
  readonly name: string;
  readonly path: Path;
}

export interface VariableReference {
  readonly name: string;
  readonly path: Path;
  /** The part of the string at `path` that names it. */
  readonly part?: { readonly start: number; readonly end: number };
  readonly visit: StateVisit;
}

/** What a state assigns: itself, in its rules, in its catchers. All of it lands in the scope that holds the state. */
export function findAssignments(visit: StateVisit): Assignment[] {
  const found = assignmentsOf(visit, visit.state, visit.path);
  for (const field of ["Choices", "Catch"]) {
    const entries = visit.state[field];
    if (!Array.isArray(entries)) continue;
    entries.forEach((entry, index) => {
      if (isRecord(entry)) found.push(...assignmentsOf(visit, entry, [...visit.path, field, index]));
    });
  }
  return found;
}

/** Names that one `Assign` gives values to: a state's, a rule's or a catcher's. */
export function assignedNames(visit: StateVisit, owner: UnknownRecord): string[] {
  return assignmentsOf(visit, owner, []).map(({ name }) => name);
}

function assignmentsOf(visit: StateVisit, owner: UnknownRecord, path: Path): Assignment[] {
  const assign = owner.Assign;
  if (!isRecord(assign)) return [];
  return Object.keys(assign).map((key) => ({
    name: visit.language === "JSONPath" && key.endsWith(".$") ? key.slice(0, -2) : key,
    path: [...path, "Assign", key],
  }));
}

/** Every reading of a variable, in expressions, paths and intrinsic function calls. */
export function findReferences(context: ValidationContext): VariableReference[] {
  const found: VariableReference[] = [];
  for (const { visit, path, analysis } of context.expressions) {
    for (const { name, start, end } of analysis?.freeVariables ?? []) {
      found.push({ name, path, visit, part: { start: start + 2, end: end + 2 } });
    }
  }
  for (const visit of context.states) {
    if (visit.language !== "JSONPath") continue;
    collectPaths(visit.state, visit.path, false, (text, path) => {
      for (const name of variablesIn(text)) found.push({ name, path, visit });
    });
  }
  return found;
}

const scopeFields = new Set(["Branches", "ItemProcessor", "Iterator", "Result"]);

/** Strings that hold a path: fields whose name ends in `Path`, `Variable` of a rule, and keys ending in `.$`. */
function collectPaths(value: unknown, path: Path, isPath: boolean, onPath: (text: string, path: Path) => void): void {
  if (typeof value === "string") {
    if (isPath) onPath(value, path);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      collectPaths(item, [...path, index], false, onPath);
    });
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (scopeFields.has(key)) continue;
      const holdsPath = key.endsWith(".$") || key.endsWith("Path") || key === "Variable";
      collectPaths(item, [...path, key], holdsPath && key !== "ResultPath", onPath);
    }
  }
}

function variablesIn(text: string): string[] {
  const paths = parseIntrinsic(text)?.paths ?? [text];
  return paths.flatMap((path) => parsePath(path)?.variable ?? []);
}
