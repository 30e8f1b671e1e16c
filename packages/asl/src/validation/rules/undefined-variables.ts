import { didYouMean } from "@treadle/diagnostics";
import type { ScopeVisit } from "../scopes.js";
import type { ValidationContext } from "../validation-context.js";
import { findAssignments, findReferences } from "../variables.js";

/** A variable that is read is assigned somewhere in its scope or in one around it. */
export function undefinedVariables(context: ValidationContext): void {
  const assigned = new Map<ScopeVisit, ReadonlySet<string>>();
  for (const scope of context.scopes) {
    assigned.set(scope, new Set(scope.states.flatMap((visit) => findAssignments(visit).map(({ name }) => name))));
  }
  for (const { name, path, visit } of findReferences(context)) {
    const visible = visibleScopes(visit.scope);
    if (visible.some((scope) => assigned.get(scope)?.has(name))) continue;
    const isOutside = [...assigned].some(([, names]) => names.has(name));
    context.report("undefined-variable", {
      code: "POSSIBLY_UNDEFINED_VARIABLE",
      message: `Variable '${name}' is possibly not defined.`,
      path,
      help: isOutside
        ? "It is assigned in a scope that cannot be seen from here: variables of a branch or iteration stay inside, and children of a distributed Map see no outer ones."
        : didYouMean(name, new Set(visible.flatMap((scope) => [...(assigned.get(scope) ?? [])]))).trim(),
    });
  }
}

function visibleScopes(scope: ScopeVisit): ScopeVisit[] {
  const visible = [scope];
  for (let inner = scope; inner.parent && !inner.isDistributed; inner = inner.parent.scope) {
    visible.push(inner.parent.scope);
  }
  return visible;
}
