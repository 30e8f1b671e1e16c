import type { Task } from "@treadle/workflow";
import { type CommandClass, readCommand } from "./command-class.js";
import { type CommandOptions, createCommandTask, type ServiceErrorName, type StepArguments } from "./command-task.js";
import type { optimizedActions } from "./optimized-actions.js";
import type { Present } from "./present.js";
import { serviceName } from "./service-name.js";
import type { StatesValue } from "./states-value.js";

type Actions = typeof optimizedActions;
type WithSync = { [A in keyof Actions]: Actions[A] extends { readonly sync: unknown } ? A : never }[keyof Actions];

/** `athena:startQueryExecution`, or with `.sync` where Step Functions can wait for what the action begins. */
export type OptimizedAction = keyof Actions | `${WithSync}.sync`;

/** The actions whose awaited result is what another command gives. */
export type DescribedAction = {
  [A in WithSync]: Actions[A]["sync"] extends "described" | { readonly described: string } ? `${A}.sync` : never;
}[WithSync];

type Sync<A> = A extends `${infer Action extends WithSync}.sync` ? Actions[Action]["sync"] : "same";

/** What the state gives, of what the action itself gives. */
type Own<A, O> = Sync<A> extends "undocumented" ? unknown : StatesValue<O>;

/** What the state gives, of what the describing command gives. */
type Described<A, D> =
  Sync<A> extends { readonly described: infer M } ? Required<StatesValue<D>>[M & keyof StatesValue<D>] : StatesValue<D>;

export interface Optimized {
  /**
   * An action of a service that Step Functions has an integration of its own for, typed by the class of its command in the
   * AWS SDK v3, as {@link awsSdk} is: `optimized("codebuild:startBuild.sync", StartBuildCommand)`. With `.sync` the state waits until
   * the job is done, and one that ends without success is `States.TaskFailed`; STANDARD workflows only. Where AWS does not
   * document what the state then gives, it is `unknown`.
   *
   * @throws TypeError where the command is not the action's.
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
   */
  <
    const A extends Exclude<OptimizedAction, DescribedAction>,
    I,
    O,
    const P extends readonly string[] = [],
    const F = {},
    const E extends ServiceErrorName = never,
  >(
    action: A,
    command: CommandClass<I, O>,
    options?: CommandOptions<StatesValue<I>, Own<A, O>, P, F, E>,
  ): Task<StepArguments<StatesValue<I>, F>, Present<Own<A, O>, P[number]>, E>;
  /**
   * An action whose awaited result is the description of its job: give the command that describes it too.
   * `optimized("athena:startQueryExecution.sync", StartQueryExecutionCommand, GetQueryExecutionCommand)`.
   */
  <
    const A extends DescribedAction,
    I,
    D,
    const P extends readonly string[] = [],
    const F = {},
    const E extends ServiceErrorName = never,
  >(
    action: A,
    command: CommandClass<I, unknown>,
    describing: CommandClass<unknown, D>,
    options?: CommandOptions<StatesValue<I>, Described<A, D>, P, F, E>,
  ): Task<StepArguments<StatesValue<I>, F>, Present<Described<A, D>, P[number]>, E>;
}

export const optimized: Optimized = (
  action: OptimizedAction,
  command: CommandClass<unknown, unknown>,
  ...rest: readonly unknown[]
): never => {
  checkCommand(action, command);
  const options = rest.find((value) => typeof value === "object");
  return createCommandTask(action, options ?? {}) as never;
};

function checkCommand(action: OptimizedAction, command: CommandClass<unknown, unknown>): void {
  const [service, operation] = action.replace(/\.sync$/, "").split(":") as [string, string];
  const found = readCommand(command);
  const isService = serviceName(found.client).toLowerCase() === service.replaceAll("-", "");
  if (isService && found.operation === `${operation[0]!.toUpperCase()}${operation.slice(1)}`) return;
  throw new TypeError(`${found.operation}Command of ${found.client} is not the command of ${action}.`);
}
