import { isJsonObject, type Json } from "../json.js";
import type { TaskResource } from "../tasks/resource.js";
import { shapeModules } from "./generated/index.js";

/** A type, or the place of one in the service's table. */
type ShapeReference = "any" | "boolean" | "number" | "string" | number;

/** What a service's answer may hold. Members that a shape does not name may be there. */
type Shape =
  | {
      readonly type: "number" | "string";
      readonly enum?: readonly string[];
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly list: ShapeReference }
  | { readonly map: ShapeReference }
  | { readonly fields: Readonly<Record<string, ShapeReference>>; readonly required?: readonly string[] };

interface ServiceShapes {
  readonly actions: Readonly<Record<string, ShapeReference>>;
  readonly shapes: readonly Shape[];
}

/** `STRICT` asks for required members too; `PRESENT` looks at those that are there. */
export type FieldValidationMode = "STRICT" | "PRESENT" | "NONE";

/** Optimised integrations whose name is not that of the SDK's client. */
const clientNames: Readonly<Record<string, string>> = {
  elasticmapreduce: "emr",
  events: "eventbridge",
  states: "sfn",
};

/**
 * The action that Step Functions asks whether a job is done: what a mock of a `.sync` task is compared with.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
const pollingActions: Readonly<Record<string, string>> = {
  "athena:startQueryExecution": "GetQueryExecution",
  "batch:submitJob": "DescribeJobs",
  "codebuild:startBuild": "BatchGetBuilds",
  "codebuild:startBuildBatch": "BatchGetBuildBatches",
  "ecs:runTask": "DescribeTasks",
  "elasticmapreduce:addStep": "DescribeStep",
  "elasticmapreduce:createCluster": "DescribeCluster",
  "elasticmapreduce:terminateCluster": "DescribeCluster",
  "glue:startJobRun": "GetJobRun",
  "states:startExecution": "DescribeExecution",
};

/** Compares a mocked result with the model of the service's answer, as TestState does. */
export async function checkMockShape(
  resource: TaskResource | undefined,
  result: Json,
  mode: FieldValidationMode,
  refuse: (message: string) => never,
): Promise<void> {
  if (mode === "NONE" || resource?.kind !== "service" || resource.pattern === "waitForTaskToken") return;
  if (!isJsonObject(result)) refuse("Mocked result must be a valid JSON object.");
  const name = resource.service.replace(/^aws-sdk:/, "").toLowerCase();
  const load = shapeModules[clientNames[name] ?? name];
  if (load === undefined) return;
  const { actions, shapes } = JSON.parse((await load()).shapes) as ServiceShapes;
  const answer = actions[answeringAction(resource) ?? ""];
  if (answer === undefined) return;
  const problem = new ShapeCheck(shapes, mode === "STRICT").findProblem(answer, result, "result");
  if (problem !== undefined) refuse(`Mock result schema validation error: ${problem}`);
}

function answeringAction({ action, pattern, service }: Extract<TaskResource, { kind: "service" }>): string | undefined {
  if (pattern !== "request-response") return pollingActions[`${service}:${action}`];
  return `${action.charAt(0).toUpperCase()}${action.slice(1)}`;
}

class ShapeCheck {
  readonly #shapes: readonly Shape[];
  readonly #strict: boolean;

  constructor(shapes: readonly Shape[], strict: boolean) {
    this.#shapes = shapes;
    this.#strict = strict;
  }

  findProblem(reference: ShapeReference, value: Json, field: string): string | undefined {
    if (reference === "any") return undefined;
    if (typeof reference === "string") return findTypeProblem(reference, value, field);
    const shape = this.#shapes[reference] as Shape;
    if ("type" in shape) return findTypeProblem(shape.type, value, field) ?? findLimitProblem(shape, value, field);
    if ("list" in shape) {
      if (!Array.isArray(value)) return `Field '${field}' must be an array`;
      return firstProblem(value, (item) => this.findProblem(shape.list, item, field));
    }
    if (!isJsonObject(value)) return `Field '${field}' must be an object`;
    if ("map" in shape) return firstProblem(Object.values(value), (item) => this.findProblem(shape.map, item, field));
    const missing = this.#strict && shape.required?.find((name) => !Object.hasOwn(value, name));
    if (missing) return `Required field '${missing}' is missing`;
    return firstProblem(Object.entries(value), ([name, inner]) => {
      const known = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
      return known === undefined ? undefined : this.findProblem(known, inner, name);
    });
  }
}

function findTypeProblem(type: "boolean" | "number" | "string", value: Json, field: string): string | undefined {
  return typeof value === type ? undefined : `Field '${field}' must be a ${type}`;
}

function findLimitProblem(
  { enum: words, max = Number.POSITIVE_INFINITY, min = Number.NEGATIVE_INFINITY }: Extract<Shape, { type: string }>,
  value: Json,
  field: string,
): string | undefined {
  if (typeof value === "number") {
    if (value < min) return `Field '${field}' is less than the minimum value`;
    return value > max ? `Field '${field}' exceeds the maximum value` : undefined;
  }
  const text = value as string;
  if (words) return words.includes(text) ? undefined : `Field '${field}' is not an expected value`;
  if (text.length < min) return `Field '${field}' is smaller than the minimum length`;
  return text.length > max ? `Field '${field}' exceeds the maximum length` : undefined;
}

function firstProblem<T>(values: readonly T[], find: (value: T) => string | undefined): string | undefined {
  for (const value of values) {
    const problem = find(value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
