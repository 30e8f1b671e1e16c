import { toPointer } from "../path.js";
import type { ScopeVisit } from "../scopes.js";
import type { ValidationContext } from "../validation-context.js";
import { type Assignment, findAssignments } from "../variables.js";

/**
 * A variable of an outer scope is assigned nowhere inside: AWS allows no shadowing. Children of a distributed Map are
 * executions of their own, so their variables start afresh.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
export function variableScope(context: ValidationContext): void {
  const assigned = new Map<ScopeVisit, ReadonlyMap<string, Assignment>>();
  for (const scope of context.scopes) {
    const assignments = scope.states.flatMap(findAssignments);
    assigned.set(scope, new Map(assignments.map((assignment) => [assignment.name, assignment])));
    for (const { name, path } of assignments) {
      const outer = findOuter(scope, name, assigned);
      if (!outer) continue;
      context.report("variable-shadowing", {
        message: `The variable name '${name}' was already defined in a parent scope.`,
        path,
        help: `It is assigned at ${toPointer(outer.path)}; choose another name here.`,
      });
    }
  }
}

function findOuter(
  scope: ScopeVisit,
  name: string,
  assigned: ReadonlyMap<ScopeVisit, ReadonlyMap<string, Assignment>>,
): Assignment | undefined {
  for (let inner = scope; inner.parent && !inner.isDistributed; inner = inner.parent.scope) {
    const outer = assigned.get(inner.parent.scope)?.get(name);
    if (outer) return outer;
  }
  return undefined;
}
