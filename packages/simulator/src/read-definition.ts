import type { Diagnostic } from "@treadle/diagnostics";
import { listInnerBlocks, type MachineDefinition, type StateBlock, type StateDefinition } from "./definition.js";
import { simulatorDiagnostics } from "./diagnostics.js";
import { isJsonObject, type Json, type JsonObject } from "./json.js";
import { substitutePlaceholders } from "./substitute.js";

const stateTypes = new Set(["Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"]);

/** A definition that can be run as far as its outline goes, or what is wrong with it. */
export type ReadDefinition = { readonly machine: MachineDefinition } | { readonly diagnostics: readonly Diagnostic[] };

/** Reads a definition from its text or its value. Whether Step Functions would take it is the validator's business. */
export function readDefinition(
  definition: string | object,
  substitutions: Readonly<Record<string, string>>,
): ReadDefinition {
  let value: unknown = definition;
  if (typeof definition === "string") {
    try {
      value = JSON.parse(definition);
    } catch (error) {
      return refuse(`its text is no JSON (${(error as Error).message}).`);
    }
  }
  const problem = findProblem(value);
  if (problem !== undefined) return refuse(problem);
  return { machine: substitutePlaceholders(value as Json, substitutions) as unknown as MachineDefinition };
}

function findProblem(value: unknown): string | undefined {
  return isBlock(value) ? findProblemIn(value) : "it needs StartAt and States.";
}

function findProblemIn({ States }: StateBlock): string | undefined {
  for (const name in States) {
    const state = States[name] as StateDefinition;
    if (!stateTypes.has(state.Type)) return `state "${name}" has the Type ${JSON.stringify(state.Type)}.`;
    if (state.Type === "Parallel" && !state.Branches?.every(isBlock)) return `a branch of "${name}" is incomplete.`;
    if (state.Type === "Map" && !isBlock(state.ItemProcessor ?? state.Iterator)) {
      return `the processor of "${name}" needs StartAt and States.`;
    }
    for (const inner of listInnerBlocks(state)) {
      const problem = findProblemIn(inner);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

function isBlock(value: unknown): value is StateBlock {
  return (
    isJsonObject(value) &&
    typeof value.StartAt === "string" &&
    isJsonObject(value.States) &&
    everyStateIsObject(value.States)
  );
}

function everyStateIsObject(states: JsonObject): boolean {
  for (const name in states) if (!isJsonObject(states[name])) return false;
  return true;
}

function refuse(problem: string): ReadDefinition {
  return { diagnostics: [simulatorDiagnostics["invalid-definition"]({ problem })] };
}
