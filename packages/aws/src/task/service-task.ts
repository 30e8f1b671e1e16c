import type { ExpressionNode } from "@treadle/expressions";
import { createTask, type Placeholder, type RetrierDefinition, type Task } from "@treadle/workflow";
import { partition } from "./placeholders.js";

export interface ServiceTask {
  /** `sns:publish`: the end of the integration's ARN. */
  readonly integration: string;
  readonly arguments: (input: ExpressionNode) => ExpressionNode;
  readonly output: (result: ExpressionNode) => ExpressionNode;
  readonly placeholders: readonly Placeholder[];
  readonly retry: readonly RetrierDefinition[];
}

/** A request and response task of an optimised integration. */
export function createServiceTask<I, O, E extends string>(task: ServiceTask): Task<I, O, E> {
  return createTask<I, O, E>({
    resource: `arn:\${${partition.name}}:states:::${task.integration}`,
    arguments: task.arguments,
    output: task.output,
    placeholders: unique([...task.placeholders, partition]),
    retry: task.retry,
  });
}

function unique(placeholders: readonly Placeholder[]): readonly Placeholder[] {
  return [...new Map(placeholders.map((placeholder) => [placeholder.name, placeholder])).values()];
}
