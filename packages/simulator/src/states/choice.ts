import type { ChoiceRule } from "../definition.js";
import { runtimeFailure } from "../failure.js";
import { applyOutputPath, evaluateTyped, finishByJsonata, readEffectiveInput, usesJsonata } from "../fields.js";
import type { Json, JsonObject } from "../json.js";
import { matchesRule } from "../jsonpath/choice-rule.js";
import { fillTemplate } from "../jsonpath/payload-template.js";
import { createTemplateScope } from "../scopes.js";
import type { StateHandler, StateStep, Strand, Visit } from "../strand.js";

export const runChoice: StateHandler = (visit, strand) =>
  usesJsonata(visit, strand) ? chooseByJsonata(visit, strand) : chooseByPaths(visit, strand);

async function chooseByJsonata(visit: Visit, strand: Strand): Promise<StateStep> {
  const { state, input: otherwise } = visit;
  for (const [i, rule] of (state.Choices ?? []).entries()) {
    const field = `Choices[${i}]/`;
    if (!(await evaluateTyped(rule.Condition ?? false, `${field}Condition`, "boolean", visit, strand))) continue;
    const { Assign: assign, Next: next, Output: output } = rule;
    return finishByJsonata({ output, assign, field, otherwise, next }, visit, strand);
  }
  const end = { output: state.Output, assign: state.Assign, field: "", otherwise, next: defaultOf(visit) };
  return finishByJsonata(end, visit, strand);
}

function chooseByPaths(visit: Visit, strand: Strand): StateStep {
  const input = readEffectiveInput(visit, strand);
  const scope = createTemplateScope(input, visit, strand);
  const rule = visit.state.Choices?.find((candidate: ChoiceRule) => matchesRule(candidate, scope));
  const assign: Json | undefined = rule ? rule.Assign : visit.state.Assign;
  return {
    output: applyOutputPath(input, visit, strand),
    assigned: assign && (fillTemplate(assign, scope) as JsonObject),
    next: rule ? rule.Next : defaultOf(visit),
  };
}

function defaultOf(visit: Visit): string {
  if (visit.state.Default !== undefined) return visit.state.Default;
  // Documented as `States.NoChoiceMatched`, which does not occur.
  throw runtimeFailure("Failed to transition out of the state. The state does not point to a next state.");
}
