import type { Input, Output, Steps } from "@treadle/workflow";
import type { SimulateOptions, TaskFailure, TaskMock, TaskOutcome } from "../options.js";
import type { SimulatedExecution } from "../simulated-execution.js";

/** A workflow is known by its steps, the first of which is its input: any other object might be one by its type. */
export type IsWorkflow<D> = [Steps<D>] extends [never]
  ? false
  : Steps<D> extends { readonly input: unknown }
    ? true
    : false;

/** How a step ends in a test: with a value of its type, or as a task can end otherwise. */
export type StepOutcome<V> = { readonly value: V; readonly delayMs?: number } | TaskFailure;

/** What a step does in a test; see `TaskMock`. */
export type StepMock<V> = StepOutcome<V> | { readonly sequence: readonly StepOutcome<V>[] } | UntypedMock;

/** Whole results of a service, and functions, which see the arguments only at run time. */
type UntypedMock =
  | Extract<TaskMock, (...args: never[]) => unknown>
  | Extract<TaskOutcome, { readonly output: unknown }>;

type OwnSteps<W> = Omit<Steps<W>, "input">;

/** Steps that the builder names itself. */
type UnnamedStep = "onError" | "preflight";

/**
 * By step name, typed by the workflow: the value is the step's. Steps inside others by the names of their states, such as
 * `load.order.row`: the types know the step that they begin with, and whether the rest names a state is checked before the
 * execution starts, with the nearest name.
 */
export type WorkflowMocks<W> = {
  readonly [K in keyof OwnSteps<W>]?: StepMock<OwnSteps<W>[K]>;
} & { readonly preflight?: TaskMock | StepMock<never> } & {
  readonly [State in `${(keyof OwnSteps<W> & string) | UnnamedStep}.${string}`]: TaskMock | StepMock<never>;
};

export interface SimulateWorkflowOptions<W> extends Omit<SimulateOptions, "input" | "mocks" | "type" | "sourceMap"> {
  readonly input: Input<W>;
  readonly mocks?: WorkflowMocks<W>;
  /**
   * A file or folder of the project, as a path or URL; its configuration file is searched upwards from there. Default: the
   * file that calls `simulate`.
   */
  readonly project?: string | URL;
}

/** An execution whose output has the workflow's type. */
export interface SimulatedWorkflow<W> extends Omit<SimulatedExecution, "output"> {
  readonly output?: Output<W>;
}
