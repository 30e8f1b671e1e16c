import type { ExpressionNode } from "@treadle/expressions";
import {
  type ArgumentBound,
  type ArgumentBounds,
  createResumableTask,
  createTask,
  type Placeholder,
  type ResumableTask,
  type RetrierDefinition,
  type Task,
  type TaskDefinition,
} from "@treadle/workflow";
import { partition, placeholdersIn } from "./placeholders.js";

export interface ServiceTask {
  /** `sns:publish`: the end of the integration's ARN. */
  readonly integration: string;
  readonly arguments: (input: ExpressionNode) => ExpressionNode;
  readonly output: (result: ExpressionNode) => ExpressionNode;
  readonly placeholders: readonly Placeholder[];
  readonly bounds?: ArgumentBounds;
  readonly retry: readonly RetrierDefinition[];
}

/** A task of an optimised integration that calls and goes on, or waits for a job. */
export function createServiceTask<I, O, E extends string>(task: ServiceTask): Task<I, O, E> {
  return createTask<I, O, E>(serviceTaskDefinition(task));
}

/** A task of an optimised integration that has the pattern `.waitForTaskToken`. */
export function createResumableServiceTask<I, O, E extends string>(task: ServiceTask): ResumableTask<I, O, E> {
  return createResumableTask<I, O, E>(serviceTaskDefinition(task));
}

export function serviceTaskDefinition({ integration, placeholders, bounds, ...task }: ServiceTask): TaskDefinition {
  const inBounds = Object.entries(bounds ?? {}).flatMap(([argument, bound]) =>
    textsOf(bound).flatMap((text) => placeholdersIn(text, /RoleArn$/.test(argument) ? "role-arn" : "text")),
  );
  return {
    resource: `arn:\${${partition.name}}:states:::${integration}`,
    ...task,
    placeholders: unique([...inBounds, ...placeholders, partition]),
    ...(bounds && { bounds }),
  };
}

function unique(placeholders: readonly Placeholder[]): readonly Placeholder[] {
  return [...new Map(placeholders.map((placeholder) => [placeholder.name, placeholder])).values()];
}

function textsOf(bound: ArgumentBound): readonly string[] {
  if (typeof bound === "string") return [bound];
  if ("oneOf" in bound) return bound.oneOf;
  return "within" in bound ? [bound.within].flat() : bound;
}
