import type { QueryLanguage } from "./values/evaluate-template.js";

/** A state of a definition, at whatever depth. */
export interface VisitedState {
  readonly name: string;
  /** JSON Pointer. */
  readonly pointer: string;
  readonly state: JsonObject;
  readonly queryLanguage: QueryLanguage;
}

export interface JsonObject {
  readonly [key: string]: unknown;
}

/** Every state, in the definition's order, those inside Map and Parallel after the state that holds them. */
export function* walkStates(definition: JsonObject): Generator<VisitedState> {
  yield* walkScope(definition, "", queryLanguageOf(definition, "JSONPath"));
}

function* walkScope(scope: JsonObject, pointer: string, language: QueryLanguage): Generator<VisitedState> {
  if (!isJsonObject(scope.States)) return;
  for (const [name, state] of Object.entries(scope.States)) {
    if (!isJsonObject(state)) continue;
    const at = `${pointer}/States/${escapePointer(name)}`;
    yield { name, pointer: at, state, queryLanguage: queryLanguageOf(state, language) };
    for (const field of ["ItemProcessor", "Iterator"]) {
      const processor = state[field];
      if (isJsonObject(processor)) yield* walkScope(processor, `${at}/${field}`, language);
    }
    const branches = state.Branches;
    if (!Array.isArray(branches)) continue;
    for (const [index, branch] of branches.entries()) {
      if (isJsonObject(branch)) yield* walkScope(branch, `${at}/Branches/${index}`, language);
    }
  }
}

/** States take the language of the definition, not of the state that holds them. */
function queryLanguageOf(holder: JsonObject, inherited: QueryLanguage): QueryLanguage {
  const own = holder.QueryLanguage;
  return own === "JSONata" || own === "JSONPath" ? own : inherited;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function escapePointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
