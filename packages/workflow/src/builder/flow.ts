import type { DataSource } from "../data-source/data-source.js";
import type { ItemReader, ResultWriter } from "../item-source.js";
import type { CallSite } from "../nodes/call-site.js";
import type { WorkflowOptions } from "../nodes/workflow-node.js";
import type { RawState } from "../raw-state.js";
import type { CallbackTask, closed, RetrierDefinition, Task, TaskToken } from "../task.js";
import type { DataOnly, Refusal } from "./refusal.js";

declare const steps: unique symbol;
declare const locals: unique symbol;
declare const outcome: unique symbol;
declare const begunWith: unique symbol;

/**
 * A lambda over the scope `s`, which the compiler lowers to JSONata; it finds the lambda by this contextual type. It is
 * ordinary TypeScript and runs in Node too, with the same result.
 */
export interface Expression<in S, out T> {
  // biome-ignore lint/style/useShorthandFunctionType: an interface keeps its name, by which the compiler finds lambdas.
  (scope: NoInfer<S>): T;
}

/** What every lambda finds on its scope besides the values of steps. */
export interface ExpressionScope {
  readonly execution: {
    readonly id: string;
    readonly name: string;
    /** RFC 3339, in UTC, with milliseconds. */
    readonly startTime: string;
  };
  /** The state that evaluates the lambda: in a task's arguments that task's. */
  readonly state: {
    readonly name: string;
    readonly enteredTime: string;
    /** How often the state has been retried: 0 at first. */
    readonly retryCount: number;
  };
  readonly machine: { readonly id: string; readonly name: string };
  /** The time when the expression is evaluated: RFC 3339, in UTC, with milliseconds. */
  now(): string;
  /** A random UUID, version 4. */
  uuid(): string;
  /** A number from 0 up to 1, excluding 1; the same one for the same seed. */
  random(seed?: number): number;
  /** The hexadecimal hash of a text's UTF-8 form. */
  hash(text: string, algorithm: "MD5" | "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512"): string;
}

/** The names that retriers and catchers of a task accept: those it declares, and those of the States Language. */
export type TaskError<E extends string> =
  | E
  | "States.ALL"
  | "States.TaskFailed"
  | "States.Timeout"
  | "States.HeartbeatTimeout"
  | "States.Permissions"
  | "States.DataLimitExceeded"
  | "States.QueryEvaluationError";

export interface Retrier<E extends string> extends RetrierDefinition {
  readonly errorEquals: readonly TaskError<E>[];
}

/** What a catcher's handler sees as `s.error`. */
export interface ErrorOutput {
  readonly Error: string;
  readonly Cause: string;
}

/**
 * A named step: what its name means to the lambdas after it. A flow's steps are a union of these, its input the first.
 */
export interface Step<out K extends string, out V> {
  readonly name: K;
  readonly value: V;
}

/** Any step. Not the interface, since a constraint that has a `this` type is compared anew, step by step, with each scope. */
export type AnyStep = { readonly name: string; readonly value: unknown };

/*
 * Three things are tracked apart: the named steps `N`, the few local names `L` (item, index, it, error), which are replaced,
 * since an inner one hides the outer one, and the workflow's input `In`. What keeps long workflows cheap, with the figures in
 * docs/decisions/0006-scopes-as-unions-of-steps.md:
 *
 * - Steps are a union of `Step`, of which lambdas see one mapped type. An intersection of one object type per step would
 *   be searched once per step for each of its names: cubic. A mapped type over the one before it, or a type alias for
 *   "N and one more", nests once per step: TS2589 at 100 steps.
 * - Methods infer N, L and In from `this`, those of `Choice` too. The type parameters of the interface itself are never
 *   used: a signature that holds the steps already is instantiated anew with all of them, for each call.
 * - Branches of `match`, `parallel` and `catch` are typed by a mapped type over their outputs. One over the branch functions'
 *   own types would keep each flow, and so all steps before it, inside the type of the step.
 * - `NoInfer` stands around scopes, refusals, and flows in these mapped types: nothing is to be inferred from them, and the
 *   checker would look through all steps for it.
 * - What every lambda finds is among the mapped members, since an intersection is reduced, name by name, before it is used.
 */
type Values<N extends AnyStep> = { readonly [S in N as S["name"]]: S["value"] };
type Scope<N extends AnyStep, L> = Values<N | BuiltIn> & L;
/** The members of {@link ExpressionScope}, as if they were steps. */
type BuiltIn = { [K in keyof ExpressionScope]: Step<K, ExpressionScope[K]> }[keyof ExpressionScope];
/** Most flows have no local names yet, and an intersection less to look through. */
type Hide<L, X> = [keyof L] extends [never] ? X : Omit<L, keyof X> & X;

/** Names of the scope itself, which a step cannot have. */
export type ReservedName =
  | "input"
  | "item"
  | "index"
  | "it"
  | "token"
  | "batch"
  | "error"
  | "execution"
  | "state"
  | "machine"
  | "now"
  | "uuid"
  | "random"
  | "hash";

type Fresh<N extends AnyStep, K extends string> = K extends N["name"]
  ? Taken<K>
  : K extends ReservedName
    ? Taken<K>
    : K;

type Taken<K extends string> = NoInfer<
  K extends ReservedName
    ? Refusal<`"${K}" is a name of the scope itself`>
    : Refusal<`a step before is named "${K}" already`>
>;

/**
 * Refuses keys that `I` does not have; without it an inferred argument may carry extra ones. Where there are none it must vanish:
 * an intersection with `{}` would let any object pass for a type whose members are all optional.
 */
type Exact<A, I> = A &
  (typeof closed extends keyof I
    ? [I] extends [A]
      ? unknown
      : ExactMembers<A, I>
    : [Exclude<keyof A, KeyOf<I>>] extends [never]
      ? unknown
      : { [K in Exclude<keyof A, KeyOf<I>>]: Refusal<"no argument of this name is taken"> });

/** The same at every depth, for what a service refuses to take with members that it does not know. */
type ExactMembers<A, I> = {
  [K in keyof A]: K extends KeyOf<I> ? ExactMember<A[K], MemberOf<I, K>> : Refusal<"no argument of this name is taken">;
};
type ExactMember<A, I> = unknown extends I
  ? unknown
  : A extends string | number | boolean | null | undefined
    ? unknown
    : A extends readonly unknown[]
      ? { [K in keyof A]: ExactMember<A[K], I extends readonly (infer E)[] ? E : never> }
      : ExactMembers<A, I>;
/** The keys of any member of a union. */
type KeyOf<I> = I extends unknown ? keyof I : never;
type MemberOf<I, K> = I extends unknown ? (K extends keyof I ? I[K] : never) : never;

/** Refuses arguments that hold no task token: the worker could never answer, and the state would wait until its timeout. */
type PassesToken<A> = HoldsToken<A> extends true ? unknown : { "the arguments must pass s.token on": never };
/** Looked for ten levels deep, since the type of an argument may contain itself, as an attribute of DynamoDB does. */
type HoldsToken<A, Depth extends readonly 0[] = []> = A extends TaskToken
  ? true
  : Depth["length"] extends 10
    ? false
    : A extends object
      ? true extends { [K in keyof A]: HoldsToken<A[K], [...Depth, 0]> }[keyof A]
        ? true
        : false
      : false;

type OwnError<E extends string> = E extends `States.${string}`
  ? Refusal<`error names that begin with "States." are those of Step Functions`>
  : E;

/** What ends a branch, and a finished workflow: its output, the input it was begun with, and its named steps. */
export interface End<out O, in I = never, out N = unknown> {
  readonly [outcome]?: O;
  readonly [begunWith]?: (input: I) => void;
  readonly [steps]?: N;
}

/** The output type of a workflow: `Output<typeof fulfilOrder>`. */
export type Output<W> = W extends End<infer O, never> ? O : never;

/** The input type of a workflow. */
export type Input<W> = W extends End<unknown, infer I> ? I : never;

/** The values of a workflow's own steps, by name; with them its `input`. */
export type Steps<W> = W extends End<unknown, never, infer N extends AnyStep> ? Values<N> : never;

/** What every step can say of itself. */
export interface StepOptions {
  /** The state's Comment, at most what the definition's 1 MB leaves. */
  readonly comment?: string;
}

export interface TaskOptions<N extends AnyStep, L, In, E extends string, C extends readonly unknown[]>
  extends StepOptions {
  /** Replaces the task's default retriers; an empty list switches retrying off. */
  readonly retry?: readonly Retrier<E>[];
  /** Longest time of one attempt: whole seconds, 1 to 99,999,999. Default: 99,999,999, as in Step Functions. */
  readonly timeoutSeconds?: number | Expression<Scope<N, L>, number>;
  /** Longest time between heartbeats: whole seconds, 1 to 99,999,999, less than `timeoutSeconds`. Default: none. */
  readonly heartbeatSeconds?: number | Expression<Scope<N, L>, number>;
  /**
   * ARN, or its placeholder, of the role that the step takes to call: a role of this or of another account. The execution
   * role then needs no right but to take it. Default: the execution role. Not for activities.
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html
   */
  readonly credentials?: string | Expression<Scope<N, L>, string>;
  /** Tried in order, after the retriers are used up. What a handler returns joins the step's type. */
  readonly catch?: { readonly [X in keyof C]: Catcher<N, L, In, E, C[X]> };
}

/** Step Functions tries catchers in order; `errorEquals` names declared errors only. */
export interface Catcher<N extends AnyStep, L, In, E extends string, C> extends StepOptions {
  readonly errorEquals: readonly TaskError<E>[];
  readonly next: (flow: NoInfer<Flow<N, Hide<L, { readonly error: ErrorOutput }>, In>>) => End<C, never>;
}

/**
 * A workflow being written. Each named step adds one typed value to the scope `s` of the steps after it; the name is also
 * the state's name, the variable's, and the key in tests and diffs. Flows are immutable: a call gives a new one.
 */
export interface Flow<in out N0 extends AnyStep, in out L0, in out I0> {
  readonly [steps]?: N0;
  readonly [locals]?: L0;
  readonly [begunWith]?: I0;

  /** Runs a task: a Task state. Its value is the task's output, or what a catch handler returns. */
  task<
    N extends AnyStep,
    L,
    In,
    K extends string,
    I,
    O,
    E extends string,
    const A extends I,
    C extends readonly unknown[] | [] = [],
  >(
    this: Flow<N, L, In>,
    name: Fresh<N, K>,
    task: Task<I, O, E> & DataOnly<I | O>,
    args: Expression<Scope<N, L>, Exact<A, I>>,
    options?: TaskOptions<N, L, In, NoInfer<E>, C>,
  ): Flow<N | Step<K, O | C[number]>, L, In>;

  /**
   * Runs a task and waits until a worker sends the state's token back: `.waitForTaskToken`. The arguments must pass
   * `s.token` on; the value is what the worker sends.
   */
  callback<
    N extends AnyStep,
    L,
    In,
    K extends string,
    I,
    O,
    E extends string,
    A extends I,
    C extends readonly unknown[] | [] = [],
  >(
    this: Flow<N, L, In>,
    name: Fresh<N, K>,
    task: CallbackTask<I, O, E>,
    args: Expression<Scope<N, L> & { readonly token: TaskToken }, Exact<A, I> & PassesToken<A>>,
    options?: TaskOptions<N, L, In, NoInfer<E>, C>,
  ): Flow<N | Step<K, O | C[number]>, L, In>;

  /** Gives a value a name. Costs a state only where no neighbour can assign it, or where `ownState` asks for one. */
  pass<N extends AnyStep, L, In, K extends string, V>(
    this: Flow<N, L, In>,
    name: Fresh<N, K>,
    value: Expression<Scope<N, L>, V & DataOnly<V>>,
    options?: PassOptions,
  ): Flow<N | Step<K, V>, L, In>;

  /** Waits: `seconds` from 0 to 99,999,999, or until an RFC 3339 timestamp in UTC. */
  wait<N extends AnyStep, L, In>(
    this: Flow<N, L, In>,
    name: string,
    duration:
      | { seconds: number | Expression<Scope<N, L>, number> }
      | { timestamp: string | Expression<Scope<N, L>, string> },
    options?: StepOptions,
  ): Flow<N, L, In>;

  /** The first rule whose condition holds decides; its value is the union of the branches' values. */
  choice<N extends AnyStep, L, In, K extends string, O>(
    this: Flow<N, L, In>,
    name: Fresh<N, K>,
    rules: (c: Choice<N, L, In, never>) => Decided<O>,
    options?: StepOptions,
  ): Flow<N | Step<K, O>, L, In>;

  /** A choice over a discriminated union, exhaustive by type; each case sees the narrowed value as `s.it`. */
  match<
    N extends AnyStep,
    L,
    In,
    K extends string,
    D extends string,
    V extends { readonly [P in D]: string },
    O extends { [X in V[D]]: unknown } & { [X in Exclude<keyof O, V[D]>]: Refusal<"the union has no such case"> },
  >(
    this: Flow<N, L, In>,
    name: Fresh<N, K>,
    discriminator: D,
    value: Expression<Scope<N, L>, V>,
    cases: {
      [X in keyof O]: (
        flow: NoInfer<Flow<N, Hide<L, { readonly it: Extract<V, { readonly [P in D]: X }> }>, In>>,
      ) => End<O[X], never>;
    },
    options?: StepOptions,
  ): Flow<N | Step<K, O[keyof O]>, L, In>;

  /** Runs `each` for every item: an inline Map state. Inside, `s.item` and `s.index`; the value is the array of results. */
  map<N extends AnyStep, L, In, K extends string, T, O, C extends readonly unknown[] | [] = []>(
    this: Flow<N, L, In>,
    name: Fresh<N, K>,
    items: Expression<Scope<N, L>, readonly T[]>,
    each: (flow: Flow<N, Hide<L, { readonly item: T; readonly index: number }>, In>) => End<O, never>,
    options?: BranchesOptions<N, L, In, C> & {
      /** Iterations at a time: 0 to 40; 0, the default, means as many as the service allows. */
      readonly maxConcurrency?: number | Expression<Scope<N, L>, number>;
    },
  ): Flow<N | Step<K, O[] | C[number]>, L, In>;

  /**
   * Runs `each` for every item in child executions: a distributed Map state, for up to 10,000 at a time and any number of
   * items. Inside, `s.item` and `s.index`, or with `batch` `s.batch`. What the body reads of the steps around it travels in each
   * child's input, at most 256 KiB with the item. The value is the array of results, or where they were written.
   */
  distributedMap<
    N extends AnyStep,
    L,
    In,
    K extends string,
    T,
    O,
    B extends ItemBatch | undefined = undefined,
    W extends ResultWriter | undefined = undefined,
    F extends boolean = false,
    C extends readonly unknown[] | [] = [],
  >(
    this: Flow<N, L, In>,
    name: Fresh<N, K>,
    source: Expression<Scope<N, L>, readonly T[]> | ItemReader<T>,
    each: (
      flow: Flow<
        N,
        Hide<L, B extends ItemBatch ? { readonly batch: readonly T[] } : { readonly item: T; readonly index: number }>,
        In
      >,
    ) => End<O, never>,
    options?: DistributedMapOptions<N, L, In, B, W, F, C>,
  ): Flow<N | Step<K, (W extends ResultWriter ? MapRunResult : F extends true ? Flat<O>[] : O[]) | C[number]>, L, In>;

  /** Runs branches side by side: a Parallel state. The value has one property for each branch. */
  parallel<N extends AnyStep, L, In, K extends string, O, C extends readonly unknown[] | [] = []>(
    this: Flow<N, L, In>,
    name: Fresh<N, K>,
    branches: { [X in keyof O]: (flow: NoInfer<Flow<N, L, In>>) => End<O[X], never> },
    options?: BranchesOptions<N, L, In, C>,
  ): Flow<N | Step<K, { readonly [X in keyof O]: O[X] } | C[number]>, L, In>;

  /** Another workflow's states, inlined under this name: a typed function over states. */
  use<N extends AnyStep, L, In, K extends string, I, O, A extends I>(
    this: Flow<N, L, In>,
    name: Fresh<N, K>,
    workflow: End<O, I>,
    input: Expression<Scope<N, L>, Exact<A, I>>,
  ): Flow<N | Step<K, O>, L, In>;

  /**
   * Another workflow as a nested execution, waited for: its value is the execution's output. A child that fails is
   * `States.TaskFailed`. With `wait: false` the value is the started execution.
   */
  start<
    N extends AnyStep,
    L,
    In,
    K extends string,
    I,
    O,
    A extends I,
    W extends boolean = true,
    C extends readonly unknown[] | [] = [],
  >(
    this: Flow<N, L, In>,
    name: Fresh<N, K>,
    workflow: End<O, I>,
    input: Expression<Scope<N, L>, Exact<A, I>>,
    options?: TaskOptions<N, L, In, StartError, C> & { readonly wait?: W },
  ): Flow<N | Step<K, (W extends false ? StartedExecution : O) | C[number]>, L, In>;

  /**
   * A state in ASL, made by `rawState<Output>({ … })`: for what no other call makes. Fields that depend on the scope come from
   * the lambda, which is laid over the state's own; objects in both are merged. Where it goes next, what it retries and catches,
   * and what it assigns are the builder's.
   */
  state<N extends AnyStep, L, In, K extends string, O, E extends string, C extends readonly unknown[] | [] = []>(
    this: Flow<N, L, In>,
    name: Fresh<N, K>,
    state: RawState<O, E>,
    fields?: Expression<Scope<N, L>, object>,
    options?: RawStateOptions<N, L, In, NoInfer<E>, C>,
  ): Flow<N | Step<K, O | C[number]>, L, In>;

  /**
   * Runs `body`, and again until the condition holds; the condition sees the body's value under the step's name. After
   * `maxIterations` times without that the execution fails with `Repeat.Exhausted`. The value is the body's last one.
   */
  repeat<N extends AnyStep, L, In, K extends string, O>(
    this: Flow<N, L, In>,
    name: Fresh<N, K>,
    body: (flow: Flow<N, L, In>) => End<O, never>,
    options: RepeatOptions<Scope<N | Step<K, O>, L>>,
  ): Flow<N | Step<K, O>, L, In>;

  /** As `repeat`, with a value to begin with: the body sees it, and then its own last value, under the step's name. */
  repeatFrom<N extends AnyStep, L, In, K extends string, O>(
    this: Flow<N, L, In>,
    name: Fresh<N, K>,
    first: Expression<Scope<N, L>, O & DataOnly<O>>,
    body: (flow: Flow<N | Step<K, O>, L, In>) => End<NoInfer<O>, never>,
    options: RepeatOptions<Scope<N | Step<K, NoInfer<O>>, L>>,
  ): Flow<N | Step<K, O>, L, In>;

  /**
   * Catches every error of the tasks, maps and parallels of this branch that catch none themselves. The handler may
   * undo things, and must end in a failure; it sees the error as `s.error`, and of the steps only the workflow's input, since
   * any of them may be the one that failed. Errors named in `except` end the execution as they are.
   */
  onError<N extends AnyStep, L, In>(
    this: Flow<N, L, In>,
    handler: (flow: Flow<Step<"input", In>, { readonly error: ErrorOutput }, In>) => End<never, never>,
    options?: { readonly except?: readonly string[] },
  ): Flow<N, L, In>;

  /** Checks that each data source answers and fits its compiled statements, in parallel, before anything is done. */
  preflight<N extends AnyStep, L, In>(this: Flow<N, L, In>, sources: readonly DataSource[]): Flow<N, L, In>;

  /** Ends the branch, or the workflow, with a value. */
  return<N extends AnyStep, L, In, V>(
    this: Flow<N, L, In>,
    value: Expression<Scope<N, L>, V & DataOnly<V>>,
  ): End<V, In, N>;

  /** Ends the execution with an error: a Fail state. Error names must not begin with `States.`. */
  fail<N extends AnyStep, L, In, E extends string>(
    this: Flow<N, L, In>,
    name: string,
    failure: {
      error: OwnError<E> | Expression<Scope<N, L>, string>;
      cause?: string | Expression<Scope<N, L>, string>;
      comment?: string;
    },
  ): End<never, In, N>;

  /** Ends the branch, or the workflow, with an empty object. */
  succeed<N extends AnyStep, L, In>(this: Flow<N, L, In>): End<Record<string, never>, In, N>;

  /** @internal Where the next call stands; see {@link CallSite}. */
  $at(site: CallSite): this;
}

export interface Choice<in out N0 extends AnyStep, in out L0, in out I0, out O0> {
  readonly [steps]?: N0;
  readonly [locals]?: L0;
  readonly [begunWith]?: I0;
  readonly [outcome]?: O0;

  when<N extends AnyStep, L, In, O, P>(
    this: Choice<N, L, In, O>,
    condition: Expression<Scope<N, L>, boolean>,
    branch: (flow: Flow<N, L, In>) => End<P, never>,
    options?: StepOptions,
  ): Choice<N, L, In, O | P>;

  otherwise<N extends AnyStep, L, In, O, P>(
    this: Choice<N, L, In, O>,
    branch: (flow: Flow<N, L, In>) => End<P, never>,
  ): Decided<O | P>;

  /** @internal */
  $at(site: CallSite): this;
}

/** What `.otherwise` gives: a choice that always has an answer. */
export interface Decided<out O> {
  readonly [outcome]?: O;
  /** Its name is what a refusal says. */
  readonly "a choice ends in .otherwise": true;
}

export interface RepeatOptions<S> extends StepOptions {
  readonly until: Expression<S, boolean>;
  /** Most times that the body runs: at least 1. Each costs its states, and one more. */
  readonly maxIterations: number;
}

/** What the builder writes into a raw state. Task, Map and Parallel states can retry and catch. */
export interface RawStateOptions<N extends AnyStep, L, In, E extends string, C extends readonly unknown[]> {
  readonly retry?: readonly Retrier<E>[];
  readonly catch?: { readonly [X in keyof C]: Catcher<N, L, In, E, C[X]> };
}

/** What a step that holds branches can say of them as a whole; its retriers run all of them again. */
export interface BranchesOptions<N extends AnyStep, L, In, C extends readonly unknown[]> extends StepOptions {
  /** Any error of a branch may be named. */
  readonly retry?: readonly RetrierDefinition[];
  readonly catch?: { readonly [X in keyof C]: Catcher<N, L, In, string, C[X]> };
}

/** `ownState` keeps a Pass state, which costs a transition: something to see in an execution's graph and history. */
export type PassOptions = { readonly ownState: true; readonly comment?: string };

export interface DistributedMapOptions<N extends AnyStep, L, In, B, W, F, C extends readonly unknown[]>
  extends StepOptions {
  /** What the child executions are. Default STANDARD; EXPRESS children run at most five minutes. */
  readonly executionType?: "STANDARD" | "EXPRESS";
  /** Child executions at a time: 0 to 10,000; 0, the default, means 10,000. */
  readonly maxConcurrency?: number | Expression<Scope<N, L>, number>;
  /** How many children may fail before the step does. Default 0. */
  readonly toleratedFailureCount?: number | Expression<Scope<N, L>, number>;
  /** The same as a share of all items: 0 to 100 percent. Default 0. */
  readonly toleratedFailurePercentage?: number | Expression<Scope<N, L>, number>;
  /** Part of the children's ARNs: at most 40 characters, unique in the workflow. Default: made from the step's path. */
  readonly label?: string;
  /** What of the reader's place is known only when the step runs; each replaces what the reader has. */
  readonly from?: ReaderPlace<Scope<N, L>>;
  /** Gives each child several items. */
  readonly batch?: B;
  /** What of the batches' limits is known only when the step runs; each replaces what `batch` has. */
  readonly batchBy?: BatchLimits<Scope<N, L>>;
  /** Writes the results to S3 instead of giving them back. */
  readonly write?: W;
  /** Puts the elements of arrays that children return into the array of results itself. Default false. */
  readonly flatten?: F &
    (W extends ResultWriter ? Refusal<"written results are flat by the writer's transformation"> : unknown);
  readonly retry?: readonly Retrier<MapError>[];
  readonly catch?: { readonly [X in keyof C]: Catcher<N, L, In, MapError, C[X]> };
}

/** What one child adds to a flat array of results. */
type Flat<O> = O extends readonly (infer E)[] ? E : O;

/** At least one of the two limits. */
export type ItemBatch =
  | { readonly maxItems: number; readonly maxInputBytes?: number }
  | {
      readonly maxItems?: number;
      /** Bytes of a child's input: 1 to 262,144. */
      readonly maxInputBytes: number;
    };

export interface BatchLimits<S> {
  readonly maxItems?: Expression<S, number>;
  readonly maxInputBytes?: Expression<S, number>;
}

/** Where a distributed Map's reader reads, as it is when the step runs. */
export interface ReaderPlace<S> {
  readonly bucket?: string | Expression<S, string>;
  readonly key?: string | Expression<S, string>;
  readonly prefix?: string | Expression<S, string>;
  readonly versionId?: string | Expression<S, string>;
  /** Reads no more items than this: 1 to 100,000,000. */
  readonly maxItems?: number | Expression<S, number>;
}

export type MapError =
  | "States.ExceedToleratedFailureThreshold"
  | "States.ItemReaderFailed"
  | "States.ResultWriterFailed";

/** What a distributed Map gives that wrote its results to S3. */
export interface MapRunResult {
  readonly MapRunArn: string;
  readonly ResultWriterDetails: { readonly Bucket: string; readonly Key: string };
}

/** What `.start` with `wait: false` gives. */
export interface StartedExecution {
  readonly ExecutionArn: string;
  readonly StartDate: string;
}

/** Errors of starting an execution; one that was started and failed is `States.TaskFailed`. */
export type StartError =
  | "StepFunctions.ExecutionAlreadyExistsException"
  | "StepFunctions.ExecutionLimitExceededException"
  | "StepFunctions.InvalidExecutionInputException"
  | "StepFunctions.SdkClientException"
  | "StepFunctions.StateMachineDeletingException"
  | "StepFunctions.StateMachineDoesNotExistException";

/** Starts a workflow: `workflow<Input>("Name")`. */
export interface StartWorkflow {
  <I>(name: string & DataOnly<I>, options?: WorkflowOptions): Flow<Step<"input", I>, {}, I>;
  /** @internal */
  $at(site: CallSite): StartWorkflow;
}
