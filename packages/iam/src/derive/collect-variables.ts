import type { Machine } from "./machine.js";
import { type AbstractValue, oneOf, textValue, unknownValue } from "./values/abstract-value.js";
import type { Variables } from "./values/evaluate-jsonata.js";
import { evaluateTemplate, type TemplateScope } from "./values/evaluate-template.js";
import { isJsonObject, type VisitedState } from "./walk-states.js";

/**
 * What is known about the machine's variables before it runs: those that only constants are assigned to, and the parts
 * of `$states.context` that are the machine's own.
 */
export function collectVariables(visited: readonly VisitedState[], machine: Machine): Variables {
  const context: AbstractValue = {
    kind: "object",
    open: true,
    fields: {
      StateMachine: {
        kind: "object",
        open: true,
        fields: { Id: textValue(machine.arn), Name: textValue(machine.name) },
      },
    },
  };
  const own = new Map<string, AbstractValue>([["states", { kind: "object", open: true, fields: { context } }]]);
  const assigned = new Map<string, (() => AbstractValue)[]>();
  for (const { state, queryLanguage } of visited) {
    const scope: TemplateScope = { queryLanguage, variables: own, paths: () => unknownValue };
    for (const assign of assignmentsOf(state)) {
      const value = evaluateTemplate(assign, scope);
      if (value.kind !== "object") continue;
      for (const name of Object.keys(value.fields))
        assigned.set(name, [...(assigned.get(name) ?? []), () => value.fields[name]!]);
    }
  }
  const known = new Map(own);
  return {
    // Evaluated when it is first asked for: policies ask for few.
    get: (name) => {
      const values = known.has(name) ? undefined : assigned.get(name);
      if (values) known.set(name, oneOf(values.map((evaluate) => evaluate())));
      return known.get(name);
    },
  };
}

/** A state assigns at its end, in its catchers, and in the rules of a Choice. */
function assignmentsOf(state: unknown): readonly unknown[] {
  if (!isJsonObject(state)) return [];
  const holders = [state, ...listOf(state.Catch), ...listOf(state.Choices)];
  return holders.flatMap((holder) => (isJsonObject(holder) && "Assign" in holder ? [holder.Assign] : []));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
