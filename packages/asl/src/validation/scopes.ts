import type { StateType } from "../definition.js";
import { isStateType } from "../field-order.js";
import { isRecord, type UnknownRecord } from "../json.js";
import type { QueryLanguage } from "../query-language.js";
import type { Path } from "./path.js";

/** A `States` block as found, however malformed. */
export interface ScopeVisit {
  readonly path: Path;
  readonly scope: UnknownRecord;
  readonly states: readonly StateVisit[];
  /** The Map or Parallel that holds it; absent at the top. */
  readonly parent?: StateVisit;
  /** A distributed Map's processor: its child executions see no outer variables. */
  readonly isDistributed: boolean;
}

export interface StateVisit {
  readonly name: string;
  readonly path: Path;
  readonly state: UnknownRecord;
  /** Absent when the state names no type that exists. */
  readonly type?: StateType;
  readonly language: QueryLanguage;
  /** The machine is JSONata, yet the state asks for JSONPath. */
  readonly isDowngraded: boolean;
  readonly scope: ScopeVisit;
}

/**
 * The language that AWS takes: JSONPath only when the field says exactly that; any other value, right or wrong, is
 * JSONata, and without the field the outer one counts.
 */
export function effectiveLanguage(owner: UnknownRecord, inherited: QueryLanguage): QueryLanguage {
  if (!Object.hasOwn(owner, "QueryLanguage")) return inherited;
  return owner.QueryLanguage === "JSONPath" ? "JSONPath" : "JSONata";
}

/**
 * All scopes of a definition, outer before inner, in document order. States inside a Map or Parallel take the machine's
 * language, not that of the state around them.
 */
export function collectScopes(definition: UnknownRecord): ScopeVisit[] {
  const machineLanguage = effectiveLanguage(definition, "JSONPath");
  const scopes: ScopeVisit[] = [];
  const visit = (scope: UnknownRecord, path: Path, parent: StateVisit | undefined, isDistributed: boolean): void => {
    const states: StateVisit[] = [];
    const visited: ScopeVisit = { path, scope, states, isDistributed, ...(parent && { parent }) };
    scopes.push(visited);
    const block = scope.States;
    if (!isRecord(block)) return;
    for (const [name, state] of Object.entries(block)) {
      if (!isRecord(state)) continue;
      const stateVisit: StateVisit = {
        name,
        path: [...path, "States", name],
        state,
        ...(isStateType(state.Type) && { type: state.Type }),
        language: effectiveLanguage(state, machineLanguage),
        isDowngraded: machineLanguage === "JSONata" && state.QueryLanguage === "JSONPath",
        scope: visited,
      };
      states.push(stateVisit);
      for (const [inner, innerPath] of innerScopes(stateVisit)) {
        visit(inner, innerPath, stateVisit, isDistributedProcessor(inner));
      }
    }
  };
  visit(definition, [], undefined, false);
  return scopes;
}

function innerScopes(visit: StateVisit): [UnknownRecord, Path][] {
  const found: [UnknownRecord, Path][] = [];
  for (const field of ["ItemProcessor", "Iterator"]) {
    const processor = visit.type === "Map" ? visit.state[field] : undefined;
    if (isRecord(processor)) found.push([processor, [...visit.path, field]]);
  }
  const branches = visit.type === "Parallel" ? visit.state.Branches : undefined;
  if (Array.isArray(branches)) {
    branches.forEach((branch, index) => {
      if (isRecord(branch)) found.push([branch, [...visit.path, "Branches", index]]);
    });
  }
  return found;
}

export function isDistributedProcessor(processor: unknown): boolean {
  if (!isRecord(processor)) return false;
  const config = processor.ProcessorConfig;
  return isRecord(config) && config.Mode === "DISTRIBUTED";
}

/** The processor of a Map, under its new or its old name. */
export function processorOf(map: StateVisit): { readonly processor: UnknownRecord; readonly path: Path } | undefined {
  for (const field of ["ItemProcessor", "Iterator"]) {
    const processor = map.state[field];
    if (isRecord(processor)) return { processor, path: [...map.path, field] };
  }
  return undefined;
}

/** The scopes that each state holds. */
export function innerScopesOf(scopes: readonly ScopeVisit[]): ReadonlyMap<StateVisit, readonly ScopeVisit[]> {
  const held = new Map<StateVisit, ScopeVisit[]>();
  for (const scope of scopes) {
    if (!scope.parent) continue;
    const siblings = held.get(scope.parent);
    if (siblings) siblings.push(scope);
    else held.set(scope.parent, [scope]);
  }
  return held;
}
