import type { SourceLocation } from "@treadle/diagnostics";
import type { DataSource } from "../data-source/data-source.js";
import type { ItemReader, ResultWriter } from "../item-source.js";
import type { CallSite } from "../nodes/call-site.js";
import { type LambdaRef, toLambdaRef } from "../nodes/lambda-ref.js";
import { MisusedCall } from "../nodes/misused-call.js";
import type {
  BranchNode,
  CatcherNode,
  ChoiceRuleNode,
  TaskNodeOptions,
  TerminalNode,
  WorkflowDefinition,
  WorkflowNode,
  WorkflowOptions,
} from "../nodes/workflow-node.js";
import {
  getWorkflowDefinition,
  markUnfinished,
  type UnfinishedWorkflow,
  workflowValue,
} from "../nodes/workflow-value.js";
import type { RawState } from "../raw-state.js";
import type { CallbackTask, RetrierDefinition, Task } from "../task.js";
import type { StartWorkflow } from "./flow.js";

/*
 * The loosely typed side of the builder: `flow.ts` has said what may be called with what, here each call only records a
 * frozen node.
 */
type Lambda = (scope: never) => unknown;
type AnyTask = Task<never, unknown, string>;
type AnyCallbackTask = CallbackTask<never, unknown, string>;
type BranchFunction = (flow: FlowBuilder) => unknown;
type Constant<T> = T | Lambda;

interface StepOptionsInput {
  readonly comment?: string;
}

interface TaskOptionsInput extends StepOptionsInput {
  readonly retry?: readonly RetrierDefinition[];
  readonly timeoutSeconds?: Constant<number>;
  readonly heartbeatSeconds?: Constant<number>;
  readonly credentials?: Constant<string>;
  readonly catch?: readonly CatcherInput[];
}

interface CatcherInput {
  readonly comment?: string;
  readonly errorEquals: readonly string[];
  readonly next: BranchFunction;
}

type BranchesOptionsInput = Pick<TaskOptionsInput, "comment" | "retry" | "catch">;

interface RepeatInput extends StepOptionsInput {
  readonly until: Lambda;
  readonly maxIterations: number;
}

type RawOptionsInput = Pick<TaskOptionsInput, "retry" | "catch">;

interface DistributedMapInput extends BranchesOptionsInput {
  readonly executionType?: "STANDARD" | "EXPRESS";
  readonly maxConcurrency?: Constant<number>;
  readonly toleratedFailureCount?: Constant<number>;
  readonly toleratedFailurePercentage?: Constant<number>;
  readonly label?: string;
  readonly from?: { readonly [part: string]: Constant<string | number> };
  readonly batch?: { readonly maxItems?: number; readonly maxInputBytes?: number };
  readonly batchBy?: { readonly maxItems?: Lambda; readonly maxInputBytes?: Lambda };
  readonly write?: ResultWriter;
  readonly flatten?: boolean;
}

interface Finish {
  (body: BranchNode): object;
  /** The workflow that is being written; undefined in a branch. */
  readonly workflow?: UnfinishedWorkflow;
}

class FlowBuilder {
  readonly #steps: readonly WorkflowNode[];
  readonly #finish: Finish;
  readonly #site: CallSite | undefined;

  constructor(finish: Finish, steps: readonly WorkflowNode[] = [], site?: CallSite) {
    this.#finish = finish;
    this.#steps = steps;
    this.#site = site;
    if (finish.workflow) markUnfinished(this, finish.workflow);
  }

  $at(site: CallSite): FlowBuilder {
    return new FlowBuilder(this.#finish, this.#steps, site);
  }

  task(name: string, task: AnyTask, args: Lambda, options: TaskOptionsInput = {}): FlowBuilder {
    return this.#add({
      kind: "task",
      name,
      task: task.definition,
      arguments: toLambdaRef(args),
      options: this.#taskOptions(options),
      location: this.#location,
    });
  }

  callback(name: string, task: AnyCallbackTask, args: Lambda, options: TaskOptionsInput = {}): FlowBuilder {
    return this.#add({
      kind: "task",
      name,
      task: task.definition,
      arguments: toLambdaRef(args),
      options: this.#taskOptions(options),
      location: this.#location,
    });
  }

  pass(name: string, value: Lambda, options: StepOptionsInput & { ownState?: true } = {}): FlowBuilder {
    return this.#add({
      kind: "pass",
      name,
      comment: options.comment,
      value: toLambdaRef(value),
      ownState: options.ownState ?? false,
      location: this.#location,
    });
  }

  wait(
    name: string,
    duration: { seconds: Constant<number> } | { timestamp: Constant<string> },
    { comment }: StepOptionsInput = {},
  ): FlowBuilder {
    const recorded = constantsOrLambdas(duration);
    return this.#add({ kind: "wait", name, comment, duration: recorded, location: this.#location });
  }

  choice(name: string, rules: (c: ChoiceBuilder) => DecidedChoice, { comment }: StepOptionsInput = {}): FlowBuilder {
    const decided = rules(new ChoiceBuilder());
    if (!(decided instanceof DecidedChoice)) {
      throw new MisusedCall(`The choice "${name}" must end in .otherwise, and give the result back.`, this.#location);
    }
    const { rules: ruled, otherwise } = decided;
    return this.#add({ kind: "choice", name, comment, rules: ruled, otherwise, location: this.#location });
  }

  match(
    name: string,
    discriminator: string,
    value: Lambda,
    cases: Record<string, BranchFunction>,
    { comment }: StepOptionsInput = {},
  ): FlowBuilder {
    return this.#add({
      kind: "match",
      name,
      comment,
      discriminator,
      value: toLambdaRef(value),
      cases: buildBranches(cases, this.#site),
      location: this.#location,
    });
  }

  map(
    name: string,
    items: Lambda,
    each: BranchFunction,
    options: BranchesOptionsInput & { maxConcurrency?: Constant<number> } = {},
  ): FlowBuilder {
    return this.#add({
      kind: "map",
      name,
      items: toLambdaRef(items),
      body: buildBranch(each, this.#site),
      options: this.#taskOptions(options),
      location: this.#location,
    });
  }

  distributedMap(
    name: string,
    source: Lambda | ItemReader<unknown>,
    each: BranchFunction,
    options: DistributedMapInput = {},
  ): FlowBuilder {
    const { write, from, batch, batchBy, ...rest } = options;
    return this.#add({
      kind: "distributedMap",
      name,
      source: typeof source === "function" ? toLambdaRef(source) : source.definition,
      body: buildBranch(each, this.#site),
      options: Object.freeze({
        executionType: "STANDARD" as const,
        ...this.#taskOptions(rest),
        ...(write && { writer: write.definition }),
        ...(from && { from: constantsOrLambdas(from) }),
        ...(batch && { batch: constantsOrLambdas({ ...batch, ...batchBy }) }),
      }),
      location: this.#location,
    });
  }

  parallel(name: string, branches: Record<string, BranchFunction>, options: BranchesOptionsInput = {}): FlowBuilder {
    return this.#add({
      kind: "parallel",
      name,
      branches: buildBranches(branches, this.#site),
      options: this.#taskOptions(options),
      location: this.#location,
    });
  }

  use(name: string, workflow: unknown, input: Lambda): FlowBuilder {
    const definition = finishedWorkflow(workflow, `.use("${name}", …)`, this.#location);
    return this.#add({ kind: "use", name, workflow: definition, input: toLambdaRef(input), location: this.#location });
  }

  start(
    name: string,
    workflow: unknown,
    input: Lambda,
    options: TaskOptionsInput & { wait?: boolean } = {},
  ): FlowBuilder {
    const { wait = true, ...taskOptions } = options;
    return this.#add({
      kind: "start",
      name,
      workflow: finishedWorkflow(workflow, `.start("${name}", …)`, this.#location),
      input: toLambdaRef(input),
      wait,
      options: this.#taskOptions(taskOptions),
      location: this.#location,
    });
  }

  state(name: string, state: RawState<unknown, string>, fields?: Lambda, options: RawOptionsInput = {}): FlowBuilder {
    return this.#add({
      kind: "state",
      name,
      state: state.definition,
      fields: fields && toLambdaRef(fields),
      options: this.#taskOptions(options),
      location: this.#location,
    });
  }

  repeat(name: string, body: BranchFunction, options: RepeatInput): FlowBuilder {
    return this.#repeat(name, undefined, body, options);
  }

  repeatFrom(name: string, first: Lambda, body: BranchFunction, options: RepeatInput): FlowBuilder {
    return this.#repeat(name, toLambdaRef(first), body, options);
  }

  onError(handler: BranchFunction, options: { except?: readonly string[] } = {}): FlowBuilder {
    return this.#add({
      kind: "onError",
      body: buildBranch(handler, this.#site),
      except: Object.freeze([...(options.except ?? [])]),
      location: this.#location,
    });
  }

  preflight(sources: readonly DataSource[]): FlowBuilder {
    return this.#add({ kind: "preflight", sources: Object.freeze([...sources]), location: this.#location });
  }

  return(value: Lambda): object {
    return this.#end({ kind: "return", value: toLambdaRef(value), location: this.#location });
  }

  fail(name: string, failure: { error: Constant<string>; cause?: Constant<string>; comment?: string }): object {
    return this.#end({
      kind: "fail",
      name,
      comment: failure.comment,
      error: constantOrLambda(failure.error),
      cause: failure.cause === undefined ? undefined : constantOrLambda(failure.cause),
      location: this.#location,
    });
  }

  succeed(): object {
    return this.#end({ kind: "succeed", location: this.#location });
  }

  get #location() {
    return this.#site?.location;
  }

  #add(node: WorkflowNode): FlowBuilder {
    return new FlowBuilder(this.#finish, [...this.#steps, Object.freeze(node)]);
  }

  #repeat(name: string, first: LambdaRef | undefined, body: BranchFunction, options: RepeatInput): FlowBuilder {
    return this.#add({
      kind: "repeat",
      name,
      comment: options.comment,
      first,
      body: buildBranch(body, this.#site),
      until: toLambdaRef(options.until),
      maxIterations: options.maxIterations,
      location: this.#location,
    });
  }

  #end(node: TerminalNode): object {
    return this.#finish(
      Object.freeze({ steps: Object.freeze([...this.#steps, Object.freeze(node)]), location: node.location }),
    );
  }

  #taskOptions<T extends TaskOptionsInput>(options: T): Recorded<Omit<T, "catch">> & Pick<TaskNodeOptions, "catch"> {
    const { catch: catchers = [], ...fields } = options;
    const recorded = catchers.map(({ errorEquals, next, comment }): CatcherNode => {
      if (!Array.isArray(errorEquals)) {
        throw new MisusedCall("A catcher needs errorEquals, the names of the errors that it takes.", this.#location);
      }
      return Object.freeze({
        comment,
        errorEquals: Object.freeze([...errorEquals]),
        body: buildBranch(next, this.#site),
        location: this.#location,
      });
    });
    const frozen = { ...constantsOrLambdas(fields), catch: Object.freeze(recorded) };
    Object.freeze(frozen);
    return frozen;
  }
}

class DecidedChoice {
  readonly rules: readonly ChoiceRuleNode[];
  readonly otherwise: BranchNode;

  constructor(rules: readonly ChoiceRuleNode[], otherwise: BranchNode) {
    this.rules = Object.freeze([...rules]);
    this.otherwise = otherwise;
  }
}

class ChoiceBuilder {
  readonly #rules: readonly ChoiceRuleNode[];
  readonly #site: CallSite | undefined;

  constructor(rules: readonly ChoiceRuleNode[] = [], site?: CallSite) {
    this.#rules = rules;
    this.#site = site;
  }

  $at(site: CallSite): ChoiceBuilder {
    return new ChoiceBuilder(this.#rules, site);
  }

  when(condition: Lambda, branch: BranchFunction, { comment }: StepOptionsInput = {}): ChoiceBuilder {
    const rule: ChoiceRuleNode = Object.freeze({
      comment,
      condition: toLambdaRef(condition),
      body: buildBranch(branch, this.#site),
      location: this.#site?.location,
    });
    return new ChoiceBuilder([...this.#rules, rule]);
  }

  otherwise(branch: BranchFunction): DecidedChoice {
    return new DecidedChoice(this.#rules, buildBranch(branch, this.#site));
  }
}

const branchBody = Symbol("branch body");

/** Runs a branch function on an empty flow and takes what it recorded. */
function buildBranch(branch: BranchFunction, site: CallSite | undefined): BranchNode {
  const ended = branch(new FlowBuilder((body) => Object.freeze({ [branchBody]: body }))) as {
    readonly [branchBody]?: BranchNode;
  };
  const body = ended?.[branchBody];
  if (body === undefined) {
    throw new MisusedCall("A branch must end in .return, .fail or .succeed, and give the result back.", site?.location);
  }
  return body;
}

function buildBranches(branches: Record<string, BranchFunction>, site: CallSite | undefined) {
  return Object.freeze(
    Object.fromEntries(Object.entries(branches).map(([name, branch]) => [name, buildBranch(branch, site)])),
  );
}

function finishedWorkflow(value: unknown, call: string, location: SourceLocation | undefined): WorkflowDefinition {
  const definition = getWorkflowDefinition(value);
  if (definition !== undefined) return definition;
  throw new MisusedCall(`${call} needs a finished workflow: one that ends in .return, .fail or .succeed.`, location);
}

function constantOrLambda<T>(value: T | Lambda): T | LambdaRef {
  return typeof value === "function" ? toLambdaRef(value as Lambda) : value;
}

type Recorded<T> = {
  readonly [K in keyof T]: Exclude<T[K], Lambda> | (Extract<T[K], Lambda> extends never ? never : LambdaRef);
};

/** The fields of an object, those that are lambdas as references. */
function constantsOrLambdas<T extends object>(fields: T): Recorded<T> {
  return Object.freeze(
    Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, constantOrLambda(value)])),
  ) as Recorded<T>;
}

function startAt(site: CallSite | undefined): StartWorkflow {
  const start = (name: string, options: WorkflowOptions = {}): FlowBuilder => {
    const location = site?.location;
    const finish = (body: BranchNode) =>
      workflowValue(Object.freeze({ name, options: Object.freeze({ ...options }), location, body }));
    return new FlowBuilder(Object.assign(finish, { workflow: { name, location } }));
  };
  return Object.assign(start, { $at: startAt }) as unknown as StartWorkflow;
}

/**
 * Starts a workflow. The name is the state machine's: letters, digits, `-` and `_`, at most 80 characters.
 *
 * ```ts
 * export const greet = workflow<{ name: string }>("Greet").return((s) => `Hello, ${s.input.name}`);
 * ```
 */
export const workflow: StartWorkflow = startAt(undefined);
