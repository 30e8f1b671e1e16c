import type { Scenario } from "./required-call.js";

export type QueryLanguage = "JSONata" | "JSONPath";

/** The scenario as a machine of one state. In the dynamic form, arguments that hints bound are computed when it runs. */
export function definitionOf(scenario: Scenario, language: QueryLanguage, form: "static" | "dynamic"): object {
  const { resource, state } = scenario;
  const args = form === "static" ? scenario.arguments : compute(scenario, language);
  const call = {
    Type: "Task",
    Resource: resource.startsWith("arn:") ? resource : `arn:aws:states:::${resource}`,
    [language === "JSONata" ? "Arguments" : "Parameters"]: args,
    End: true,
  };
  return { QueryLanguage: language, StartAt: "Call", States: { Call: state ? { ...state, End: true } : call } };
}

/** The hints that the scenario needs in this form. */
export function hintsOf(scenario: Scenario, form: "static" | "dynamic") {
  const bounds = Object.fromEntries(
    form === "static" ? [] : (scenario.bounded ?? []).map((path) => [path, scenario.arguments[path] as string]),
  );
  return { states: { Call: { arguments: { ...scenario.declared, ...bounds } } } };
}

function compute({ arguments: args, bounded = [] }: Scenario, language: QueryLanguage): object {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      if (!bounded.includes(name)) return [name, value];
      return language === "JSONata" ? [name, "{% $states.input.value %}"] : [`${name}.$`, "$.value"];
    }),
  );
}
