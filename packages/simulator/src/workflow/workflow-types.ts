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

/**
 * By step name, typed by the workflow; steps inside others by the names of their states, such as `load.order.row`, which are
 * known at run time only.
 */
export type WorkflowMocks<W> = { readonly [K in keyof Omit<Steps<W>, "input">]?: StepMock<Steps<W>[K]> } & {
  readonly [state: string]: TaskMock | StepMock<never>;
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
