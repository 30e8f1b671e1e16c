import { jsonataFunctionNames } from "../../jsonata/function-names.js";
import type { QueryLanguage } from "../../query-language.js";
import { type Path, toPointer } from "../path.js";
import type { ScopeVisit } from "../scopes.js";
import type { ValidationContext } from "../validation-context.js";
import { VariableFlow } from "../variable-flow.js";
import { findAssignments, findReferences, type VariableReference } from "../variables.js";

/**
 * A variable that is read has been assigned on some way to the state: in its scope, or before the one around it.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
export function undefinedVariables(context: ValidationContext): void {
  const references = findReferences(context);
  if (references.length === 0) return;
  const flow = new VariableFlow(context);
  const assigned = new Map<ScopeVisit, ReadonlyMap<string, Path>>();
  for (const scope of context.scopes) {
    const assignments = scope.states.flatMap(findAssignments);
    assigned.set(scope, new Map(assignments.map(({ name, path }) => [name, path])));
  }
  for (const reference of references) {
    const { name, path, part, visit } = reference;
    if (flow.mayHold(visit, name)) continue;
    context.report("undefined-variable", {
      code: "POSSIBLY_UNDEFINED_VARIABLE",
      message: `Variable '${name}' is possibly not defined.`,
      path,
      ...(part && { part }),
      help: explain(context, reference, assigned),
    });
  }
}

function explain(
  context: ValidationContext,
  { name, visit }: VariableReference,
  assigned: Assigned,
): string | undefined {
  const visible = visibleScopes(visit.scope);
  const elsewhere = visible.map((scope) => assigned.get(scope)?.get(name)).find((path) => path !== undefined);
  if (elsewhere) {
    return `It is assigned at ${toPointer(elsewhere)}, and no way leads from there to this state; a state's own Assign counts after it.`;
  }
  if (context.variableNames.has(name)) {
    return "It is assigned in a scope that cannot be seen from here: variables of a branch or iteration stay inside, and children of a distributed Map see no outer ones.";
  }
  return context.suggest(name, knownNames(visible, visit.language, assigned));
}

type Assigned = ReadonlyMap<ScopeVisit, ReadonlyMap<string, Path>>;

const known: Readonly<Record<QueryLanguage, WeakMap<ScopeVisit, readonly string[]>>> = {
  JSONata: new WeakMap(),
  JSONPath: new WeakMap(),
};

/** What may be read in a scope: its variables, those around it, and functions. Kept, since it may be asked for often. */
function knownNames(visible: readonly ScopeVisit[], language: QueryLanguage, assigned: Assigned): readonly string[] {
  const [scope] = visible as [ScopeVisit];
  const earlier = known[language].get(scope);
  if (earlier) return earlier;
  const variables = visible.flatMap((each) => [...(assigned.get(each)?.keys() ?? [])]);
  const names = language === "JSONata" ? [...variables, ...jsonataFunctionNames] : variables;
  known[language].set(scope, names);
  return names;
}

function visibleScopes(scope: ScopeVisit): ScopeVisit[] {
  const visible = [scope];
  for (let inner = scope; inner.parent && !inner.isDistributed; inner = inner.parent.scope) {
    visible.push(inner.parent.scope);
  }
  return visible;
}
