import type { Diagnostic } from "@treadle/diagnostics";
import type { Grant } from "../policy/grant.js";
import { deriveMap, isDistributed } from "./derive-map.js";
import { deriveTask } from "./derive-task.js";
import type { Machine } from "./machine.js";
import type { StateHint } from "./options.js";
import { StateCalls } from "./state-calls.js";
import { type AbstractValue, fieldOf, textValue, unknownValue } from "./values/abstract-value.js";
import type { Variables } from "./values/evaluate-jsonata.js";
import type { TemplateScope } from "./values/evaluate-template.js";
import type { VisitedState } from "./walk-states.js";

export interface StateGrants {
  /** For the execution role. */
  readonly grants: readonly Grant[];
  /** The roles that the state takes by Credentials, and what each of them needs. */
  readonly roles: readonly { readonly role: string; readonly grants: readonly Grant[] }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What one state needs: a Task its integration's rights, a distributed Map those of its children, reader and writer. */
export function deriveState(
  visited: VisitedState,
  machine: Machine,
  variables: Variables,
  hint: StateHint | undefined,
): StateGrants {
  const scope: TemplateScope = {
    queryLanguage: visited.queryLanguage,
    variables,
    paths: (path) => evaluatePath(path, machine, variables),
  };
  const own = new StateCalls(visited, machine, hint);
  const { Type: type } = visited.state;
  const delegated = type === "Task" ? deriveTask(own, scope) : [];
  if (type === "Map" && isDistributed(visited.state)) deriveMap(own, scope);
  // Rights that are declared stand in for those that cannot be derived.
  const isDeclared = (hint?.access?.length ?? 0) > 0;
  const found = [own, ...delegated.map(({ calls }) => calls)].flatMap(({ diagnostics }) => diagnostics);
  // Every role has the same faults.
  const diagnostics = [...new Map(found.map((each) => [each.message, each])).values()].filter(
    ({ severity }) => !(isDeclared && severity === "error"),
  );
  const roles = delegated.map(({ role, calls }) => ({ role, grants: calls.grants }));
  return { grants: own.grants, roles, diagnostics };
}

/** Of JSONPaths, the machine's own part of the context and constant variables are known. */
function evaluatePath(path: string, machine: Machine, variables: Variables): AbstractValue {
  if (path === "$$.StateMachine.Id") return textValue(machine.arn);
  if (path === "$$.StateMachine.Name") return textValue(machine.name);
  const names = /^\$([A-Za-z_]\w*)((?:\.[A-Za-z_]\w*)*)$/.exec(path);
  if (names === null) return unknownValue;
  const fields = names[2]!.split(".").slice(1);
  return fields.reduce<AbstractValue>(
    (value, name) => fieldOf(value, name) ?? unknownValue,
    variables.get(names[1]!) ?? unknownValue,
  );
}
