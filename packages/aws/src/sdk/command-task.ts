import type { ExpressionNode } from "@treadle/expressions";
import {
  type ArgumentBounds,
  type Closed,
  createResumableTask,
  createTask,
  type ResumableTask,
  type RetrierDefinition,
  type Task,
} from "@treadle/workflow";
import { type Constants, constantNodes, placeholdersOfConstants } from "../task/constant-node.js";
import { type ServiceTask, serviceTaskDefinition } from "../task/service-task.js";
import { withConstants } from "../task/with-constants.js";
import type { PresentPath } from "./present.js";

/** As Step Functions names the errors of a service: `DynamoDb.ConditionalCheckFailedException`. */
export type ServiceErrorName = `${string}.${string}Exception`;

/** What can be said of a task that is typed by a command class; `I` is what the action takes, `O` what it gives. */
export interface CommandOptions<I, O, P extends readonly string[], F, E extends ServiceErrorName> {
  /**
   * Members of the output that are there whenever this task calls the action, though its type has them as optional: they then
   * need no guard. `Tasks.LastStatus` is the member of each task. An absent one fails the state that reads it.
   */
  readonly present?: P & { readonly [X in keyof P]: PresentPath<O, P[X] & string> };
  /** The service's errors that retriers and catchers of the task may name. */
  readonly errors?: readonly E[];
  /** Arguments that are the same in every call; texts may hold placeholders. The step's arguments are then the others. */
  readonly constants?: F & Partial<I> & { readonly [K in Exclude<keyof F, keyof I>]: never };
  /** What policies must know of arguments that are computed when the state runs; see `ArgumentBounds`. */
  readonly bounds?: ArgumentBounds;
  /** Used where the step gives no `retry`. Default none: not every action may be repeated. */
  readonly retry?: readonly RetrierDefinition[];
}

/** The arguments that a step still gives. */
export type StepArguments<I, F> = Closed<[keyof F] extends [never] ? I : Omit<I, keyof F>>;

interface AnyOptions {
  readonly constants?: Constants;
  readonly bounds?: ArgumentBounds;
  readonly retry?: readonly RetrierDefinition[];
}

export function createCommandTask<I, O, E extends string>(integration: string, options: AnyOptions): Task<I, O, E> {
  return createTask<I, O, E>(serviceTaskDefinition(commandTask(integration, options)));
}

export function createResumableCommandTask<I, O, E extends string>(
  integration: string,
  options: AnyOptions,
): ResumableTask<I, O, E> {
  return createResumableTask<I, O, E>(serviceTaskDefinition(commandTask(integration, options)));
}

function commandTask(integration: string, { constants = {}, bounds, retry = [] }: AnyOptions): ServiceTask {
  const fixed = constantNodes(constants);
  const isFixed = Object.keys(fixed).length > 0;
  return {
    integration,
    arguments: (input: ExpressionNode) => (isFixed ? withConstants(fixed, input) : input),
    output: (result) => result,
    placeholders: placeholdersOfConstants(constants),
    ...(bounds && { bounds }),
    retry,
  };
}
