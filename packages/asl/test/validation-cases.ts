import { expect, it } from "vitest";
import type { AslDiagnosticName, MachineType } from "../src/index.js";
import { validateDefinition } from "../src/index.js";

/** `name at place`: AWS's location where it has one, our pointer otherwise. */
export type ExpectedFinding = `${AslDiagnosticName} at ${string}`;

export interface RefusedCase {
  readonly title: string;
  readonly refused: object;
  /** Every finding, warnings too. */
  readonly findings: readonly ExpectedFinding[];
  /** The smallest change that makes it right. */
  readonly accepted: object;
  readonly type?: MachineType;
}

/** Each definition gives exactly these findings, and its neighbour gives none. */
export function describeCases(cases: readonly RefusedCase[]): void {
  for (const { title, refused, findings, accepted, type } of cases) {
    const options = type === undefined ? {} : { type };
    it(title, () => {
      const found = validateDefinition(refused, options);
      expect(found.map(({ name, location, pointer }) => `${name} at ${location ?? pointer}`)).toEqual(findings);
      expect(validateDefinition(accepted, options)).toEqual([]);
    });
  }
}

export const lambda = "arn:aws:states:::lambda:invoke";
const functionName = { FunctionName: "charge" };

/** A JSONPath machine of one state called `X`, which ends it unless its type does not move on. */
export function pathState(state: Readonly<Record<string, unknown>>): object {
  return { StartAt: "X", States: { X: { ...state, ...ending(state) } } };
}

/** As `pathState`, in JSONata. */
export function jsonataState(state: Readonly<Record<string, unknown>>): object {
  return { QueryLanguage: "JSONata", ...pathState(state) };
}

/** A Task that calls a Lambda function in JSONPath. */
export function pathTask(fields: Readonly<Record<string, unknown>> = {}): object {
  return pathState({ Type: "Task", Resource: lambda, Parameters: functionName, ...fields });
}

/** A Task that calls a Lambda function in JSONata. */
export function jsonataTask(fields: Readonly<Record<string, unknown>> = {}): object {
  return jsonataState({ Type: "Task", Resource: lambda, Arguments: functionName, ...fields });
}

export const doneProcessor = { StartAt: "Item", States: { Item: { Type: "Pass", End: true } } };

export const distributedProcessor = {
  ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
  ...doneProcessor,
};

/** A distributed Map in JSONata. */
export function distributedMap(fields: Readonly<Record<string, unknown>>): object {
  return jsonataState({ Type: "Map", ItemProcessor: distributedProcessor, ...fields });
}

function ending(state: Readonly<Record<string, unknown>>): object {
  const stops = ["Choice", "Succeed", "Fail"].includes(String(state.Type));
  return stops || "Next" in state || "End" in state ? {} : { End: true };
}
