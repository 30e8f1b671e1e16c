import type { ExpressionNode, Placeholder } from "@treadle/expressions";
import type { DataSource } from "./data-source/data-source.js";

export type { Placeholder, PlaceholderKind } from "@treadle/expressions";

/**
 * A typed task: what it takes, what it gives, and the names of the errors it declares. Retriers and catchers accept only
 * these and the `States.*` names.
 */
export interface Task<in out I, out O, out E extends string = never> {
  readonly kind: "task";
  readonly definition: TaskDefinition;
  /** Never set; they carry the types. */
  readonly __input?: (input: I) => void;
  readonly __output?: O;
  readonly __errors?: E;
}

/**
 * A task whose integration can also wait for a token, with the pattern `.waitForTaskToken`: what {@link resumedBy} takes.
 * Made by {@link createResumableTask}.
 */
export interface ResumableTask<in out I, out O, out E extends string = never> extends Task<I, O, E> {
  /** Never set; its name is what a refusal says. */
  readonly "the integration must have the pattern .waitForTaskToken": true;
}

/**
 * A task that ends when a worker sends the state's task token back; `O` is what the worker sends. Made of a task that
 * takes the token out: `resumedBy<Approval>()(sqs.sendMessage<Request>("${QueueUrl}"))`.
 */
export interface CallbackTask<in out I, out O, out E extends string = never> {
  readonly kind: "callbackTask";
  readonly definition: TaskDefinition;
  readonly __input?: (input: I) => void;
  readonly __output?: O;
  readonly __errors?: E;
}

export declare const closed: unique symbol;

/** An input whose members are all that the task takes, at every depth: an argument with another one is refused. */
export type Closed<I> = I & { readonly [closed]?: never };

declare const taskToken: unique symbol;

/** The token of a waiting state: 1 to 1,024 characters, only good to be passed on to the worker. */
export type TaskToken = string & { readonly [taskToken]: true };

/** How a task becomes a Task state. */
export interface TaskDefinition {
  /** `arn:${Partition}:states:::lambda:invoke`: the service integration. */
  readonly resource: string;
  /** The state's Arguments, around the value of the user's lambda. */
  readonly arguments: (input: ExpressionNode) => ExpressionNode;
  /** The step's value, out of `$states.result`. */
  readonly output: (result: ExpressionNode) => ExpressionNode;
  /** The placeholders in resource, arguments and bounds, with what deployment must put there. */
  readonly placeholders: readonly Placeholder[];
  /**
   * What policies must know of a call and its arguments do not tell, by the argument's path: what one may be of which nothing is
   * known before the state runs, or what the call reaches without naming it (`TaskDefinition.TaskRoleArn`).
   */
  readonly bounds?: ArgumentBounds;
  /** Used where the step gives no `retry`; visible in the emitted definition. */
  readonly retry: readonly RetrierDefinition[];
  /** The state waits until its token comes back; its arguments can then read it as `s.token`. */
  readonly waitsForToken?: true;
  /** Set where each result gives a token that the next call hands back, so that reads see the execution's own writes. */
  readonly session?: TaskSession;
  /** Set where the task runs a declared statement: its retriers then come from the check of the statement. */
  readonly statement?: { readonly source: DataSource; readonly name: string };
}

/** Bounds by the path of the argument; an empty list says that there is none. */
export interface ArgumentBounds {
  readonly [argument: string]: ArgumentBound;
}

/** `oneOf` these values, `within` these patterns, where `*` stands for any text, or a text or list that holds both. */
export type ArgumentBound =
  | string
  | readonly string[]
  | { readonly oneOf: readonly string[] }
  | { readonly within: string | readonly string[] };

/** How a task takes a session's token and gives the next one. The compiler keeps it in a variable of each scope. */
export interface TaskSession {
  /** Tasks of one name share a session. */
  readonly name: string;
  /** In the place of the definition's own: the token is null before the first call. */
  readonly arguments: (input: ExpressionNode, token: ExpressionNode) => ExpressionNode;
  /** The next token, out of `$states.result`. */
  readonly token: (result: ExpressionNode) => ExpressionNode;
}

/** One element of a state's Retry, in the fields and with the defaults of the States Language. */
export interface RetrierDefinition {
  readonly comment?: string;
  readonly errorEquals: readonly string[];
  /** Seconds before the first retry: 1 to 99,999,999. Default 1. */
  readonly intervalSeconds?: number;
  /** Retries, not attempts: 0 to 99,999,999. Default 3. */
  readonly maxAttempts?: number;
  /** What the interval is multiplied by after each retry: at least 1. Default 2. */
  readonly backoffRate?: number;
  /** Upper bound of the interval: 1 to 31,622,400 seconds. Default none. */
  readonly maxDelaySeconds?: number;
  /** FULL draws each delay between 0 and the computed one. Default NONE. */
  readonly jitterStrategy?: "FULL" | "NONE";
}

/**
 * Lets a task wait for a worker: `resumedBy<Approval, "Order.Rejected">()(task)`. `O` is what the worker sends with
 * `SendTaskSuccess`, `E` the names it may send with `SendTaskFailure`. Nothing is retried by default, since each attempt asks the worker
 * again. Only integrations that have the pattern `.waitForTaskToken` can be resumed; STANDARD workflows only.
 */
export function resumedBy<O, E extends string = never>() {
  return <I, F extends string>(task: ResumableTask<I, unknown, F>): CallbackTask<I, O, E | F> =>
    Object.freeze({
      kind: "callbackTask",
      definition: Object.freeze({
        ...task.definition,
        resource: `${task.definition.resource}.waitForTaskToken`,
        output: (result: ExpressionNode) => result,
        retry: [],
        waitsForToken: true as const,
      }),
    });
}

export function createTask<I, O, E extends string>(definition: TaskDefinition): Task<I, O, E> {
  return Object.freeze({ kind: "task", definition: Object.freeze(definition) });
}

/** As {@link createTask}, for an integration that has the pattern `.waitForTaskToken`. */
export function createResumableTask<I, O, E extends string>(definition: TaskDefinition): ResumableTask<I, O, E> {
  return createTask<I, O, E>(definition) as ResumableTask<I, O, E>;
}
