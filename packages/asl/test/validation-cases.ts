import { expect, it } from "vitest";
import type { AslDiagnosticName, AwsCode, MachineType } from "../src/index.js";
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

/** The code that AWS gives each fault; none where the fault is of our own telling. */
const awsCodes: Readonly<Partial<Record<AslDiagnosticName, AwsCode>>> = {
  "invalid-json": "INVALID_JSON_DESCRIPTION",
  "too-deeply-nested": "TOO_DEEPLY_NESTED",
  "missing-transition-target": "MISSING_TRANSITION_TARGET",
  "unreachable-state": "MISSING_TRANSITION_TARGET",
  "missing-end-state": "MISSING_END_STATE",
  "duplicate-state-name": "DUPLICATE_STATE_NAME",
  "state-name-too-long": "INVALID_STATE_NAME",
  "jsonata-syntax": "INVALID_JSONATA_EXPRESSION",
  "jsonata-top-level-reference": "UNSUPPORTED_JSONATA_EXPRESSION",
  "jsonata-states-field": "UNSUPPORTED_JSONATA_EXPRESSION",
  "unresolved-path": "NO_DOLLAR",
  "static-result": "PASS_RESULT_IS_STATIC",
  "invalid-variable-name": "INVALID_VARIABLE_NAME",
  "reserved-variable-name": "RESERVED_VARIABLE_NAME",
  "undefined-variable": "POSSIBLY_UNDEFINED_VARIABLE",
  "invalid-label": "INVALID_LABEL_NAME",
  "duplicate-label": "DUPLICATE_LABEL_NAME",
  "wrong-type": "SCHEMA_VALIDATION_FAILED",
  "unknown-state-type": "SCHEMA_VALIDATION_FAILED",
  "unsupported-field": "SCHEMA_VALIDATION_FAILED",
  "missing-field": "SCHEMA_VALIDATION_FAILED",
  "wrong-value": "SCHEMA_VALIDATION_FAILED",
  "out-of-range": "SCHEMA_VALIDATION_FAILED",
  "empty-value": "SCHEMA_VALIDATION_FAILED",
  "exclusive-fields": "SCHEMA_VALIDATION_FAILED",
  "next-or-end": "SCHEMA_VALIDATION_FAILED",
  "choice-rule-shape": "SCHEMA_VALIDATION_FAILED",
  "states-all-not-last": "SCHEMA_VALIDATION_FAILED",
  "heartbeat-not-below-timeout": "SCHEMA_VALIDATION_FAILED",
  "invalid-timestamp": "SCHEMA_VALIDATION_FAILED",
  "query-language-downgrade": "SCHEMA_VALIDATION_FAILED",
  "query-language-field": "SCHEMA_VALIDATION_FAILED",
  "constant-required": "SCHEMA_VALIDATION_FAILED",
  "jsonata-delimiters": "SCHEMA_VALIDATION_FAILED",
  "invalid-path": "SCHEMA_VALIDATION_FAILED",
  "invalid-reference-path": "SCHEMA_VALIDATION_FAILED",
  "invalid-payload-path": "SCHEMA_VALIDATION_FAILED",
  "invalid-resource": "SCHEMA_VALIDATION_FAILED",
  "unknown-integration": "SCHEMA_VALIDATION_FAILED",
  "missing-arguments": "SCHEMA_VALIDATION_FAILED",
  "missing-role-arn": "SCHEMA_VALIDATION_FAILED",
  "credentials-on-activity": "SCHEMA_VALIDATION_FAILED",
  "express-integration": "SCHEMA_VALIDATION_FAILED",
  "express-distributed-map": "SCHEMA_VALIDATION_FAILED",
  "map-execution-type": "SCHEMA_VALIDATION_FAILED",
  "item-reader": "SCHEMA_VALIDATION_FAILED",
  "item-batcher": "SCHEMA_VALIDATION_FAILED",
  "result-writer": "SCHEMA_VALIDATION_FAILED",
};

/** Takes the cases of test files that are loaded for something else than to be run. */
export const caseCollector: { collect?: (cases: readonly RefusedCase[]) => void } = {};

/** Each definition gives exactly these findings, and its neighbour gives none. */
export function describeCases(cases: readonly RefusedCase[]): void {
  if (caseCollector.collect) {
    caseCollector.collect(cases);
    for (const { title } of cases) it.skip(title);
    return;
  }
  for (const { title, refused, findings, accepted, type } of cases) {
    const options = type === undefined ? {} : { type };
    it(title, () => {
      const found = validateDefinition(refused, options);
      expect(found.map(({ name, location, pointer }) => `${name} at ${location ?? pointer}`)).toEqual(findings);
      for (const { name, code } of found) expect(code, name).toBe(awsCodes[name]);
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
