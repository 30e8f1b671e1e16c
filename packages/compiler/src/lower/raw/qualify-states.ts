import type { Json } from "@treadle/expressions";
import { stateName } from "../names.js";
import { isObject, type JsonObject } from "./json-object.js";

/** The states inside a raw Map or Parallel get names behind the step's, as those of the builder have: `step.Inner`. */
export function qualifyStates(fields: JsonObject, path: string, claim: (name: string) => void): JsonObject {
  const { ItemProcessor, Branches } = fields;
  return {
    ...fields,
    ...(isObject(ItemProcessor) && { ItemProcessor: qualifyScope(ItemProcessor, path, claim) }),
    ...(Array.isArray(Branches) && {
      Branches: Branches.map((branch: Json) => (isObject(branch) ? qualifyScope(branch, path, claim) : branch)),
    }),
  };
}

function qualifyScope(scope: JsonObject, path: string, claim: (name: string) => void): JsonObject {
  const qualified = (name: Json | undefined) => (typeof name === "string" ? stateName(path, name) : name);
  const leading = (from: Json | undefined): Json | undefined => {
    if (!isObject(from)) return from;
    return { ...from, ...("Next" in from && { Next: qualified(from.Next) ?? null }) };
  };
  const states = Object.entries(isObject(scope.States) ? scope.States : {}).map(([name, state]) => {
    const unique = stateName(path, name);
    claim(unique);
    if (!isObject(state)) return [unique, state];
    const { Choices, Catch, Default } = state;
    const led = {
      ...(leading(state) as JsonObject),
      ...(Default !== undefined && { Default: qualified(Default) }),
      ...(Array.isArray(Choices) && { Choices: Choices.map(leading) }),
      ...(Array.isArray(Catch) && { Catch: Catch.map(leading) }),
    } as JsonObject;
    return [unique, qualifyStates(led, `${path}.${name}`, claim)];
  });
  return { ...scope, StartAt: qualified(scope.StartAt) ?? null, States: Object.fromEntries(states) as JsonObject };
}
