import type { StateMachineDefinition } from "@treadle/asl";
import type { Placeholder } from "@treadle/workflow";

export interface StepRoles {
  readonly definition: StateMachineDefinition;
  /** One for each role. */
  readonly placeholders: readonly Placeholder[];
}

type JsonObject = { readonly [field: string]: unknown };

/**
 * Gives each Task a role of its own by `Credentials`, so that a step can do only what that step does; the execution role
 * may then do nothing but take these roles. A task for an activity's workers calls nothing, and needs none.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html
 */
export function assignStepRoles(workflow: string, definition: StateMachineDefinition): StepRoles {
  const names = new Set<string>();
  const assigned = assignInScope(definition as unknown as JsonObject, (state) => {
    const name = uniqueName(`${identifier(workflow)}${identifier(state)}`, names);
    return `\${${name}RoleArn}`;
  });
  return {
    definition: assigned as unknown as StateMachineDefinition,
    placeholders: [...names].map((name) => ({ name: `${name}RoleArn`, kind: "role-arn" })),
  };
}

function assignInScope(scope: JsonObject, roleOf: (state: string) => string): JsonObject {
  const states = Object.entries(scope.States as { readonly [name: string]: JsonObject });
  return {
    ...scope,
    States: Object.fromEntries(states.map(([name, state]) => [name, assignInState(name, state, roleOf)])),
  };
}

function assignInState(name: string, state: JsonObject, roleOf: (state: string) => string): JsonObject {
  if (state.Type === "Task" && !String(state.Resource).includes(":activity:")) {
    // A role that the step itself names is its own already.
    return state.Credentials === undefined ? { ...state, Credentials: { RoleArn: roleOf(name) } } : state;
  }
  const processor = state.ItemProcessor as JsonObject | undefined;
  const branches = state.Branches as readonly JsonObject[] | undefined;
  return {
    ...state,
    ...(processor && { ItemProcessor: assignInScope(processor, roleOf) }),
    ...(branches && { Branches: branches.map((branch) => assignInScope(branch, roleOf)) }),
  };
}

/** `Charge card/retry` → `ChargeCardRetry`. */
function identifier(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** Names that differ in punctuation alone are told apart by numbers, in the definition's order. */
function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let number = 2; taken.has(unique); number++) unique = `${name}${number}`;
  taken.add(unique);
  return unique;
}
