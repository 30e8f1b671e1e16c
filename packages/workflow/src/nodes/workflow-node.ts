import type { SourceLocation } from "@treadle/diagnostics";
import type { DataSource } from "../data-source/data-source.js";
import type { ItemReaderDefinition, ResultWriterDefinition } from "../item-source.js";
import type { RawStateDefinition } from "../raw-state.js";
import type { RetrierDefinition, TaskDefinition } from "../task.js";
import type { LambdaRef } from "./lambda-ref.js";

/** A step of a workflow as the builder recorded it: frozen, with the call that made it. */
export type WorkflowNode =
  | TaskNode
  | PassNode
  | WaitNode
  | ChoiceNode
  | MatchNode
  | MapNode
  | ParallelNode
  | UseNode
  | StartNode
  | RepeatNode
  | OnErrorNode
  | DistributedMapNode
  | RawStateNode
  | PreflightNode
  | TerminalNode;

/** What ends a branch. */
export type TerminalNode = ReturnNode | FailNode | SucceedNode;

export type WorkflowNodeKind = WorkflowNode["kind"];

interface NodeBase {
  /** The call in the source; undefined where the module was not loaded by the compiler. */
  readonly location: SourceLocation | undefined;
}

interface NamedNode extends NodeBase {
  readonly name: string;
  /** The Comment of its state. */
  readonly comment?: string | undefined;
}

/** A value of a field that is known when the workflow is written, or computed when its state runs. */
export type ConstantOrLambda<T> = T | LambdaRef;

/** Steps in order; the last one ends the branch. */
export interface BranchNode extends NodeBase {
  readonly steps: readonly WorkflowNode[];
}

export interface TaskNode extends NamedNode {
  readonly kind: "task";
  readonly task: TaskDefinition;
  readonly arguments: LambdaRef;
  readonly options: TaskNodeOptions;
}

export interface TaskNodeOptions {
  readonly comment?: string;
  /** ARN of the role that the step takes. */
  readonly credentials?: ConstantOrLambda<string>;
  /** Replaces the task's default retriers; an empty list switches retrying off. */
  readonly retry?: readonly RetrierDefinition[];
  readonly timeoutSeconds?: ConstantOrLambda<number>;
  readonly heartbeatSeconds?: ConstantOrLambda<number>;
  readonly catch: readonly CatcherNode[];
}

/** `body` sees the error output as `s.error`. */
export interface CatcherNode extends NodeBase {
  readonly comment?: string | undefined;
  readonly errorEquals: readonly string[];
  readonly body: BranchNode;
}

export interface PassNode extends NamedNode {
  readonly kind: "pass";
  readonly value: LambdaRef;
  /** Whether it stays a state, though a neighbour could give the value. */
  readonly ownState: boolean;
}

export interface WaitNode extends NamedNode {
  readonly kind: "wait";
  readonly duration: { readonly seconds: number | LambdaRef } | { readonly timestamp: string | LambdaRef };
}

export interface ChoiceNode extends NamedNode {
  readonly kind: "choice";
  readonly rules: readonly ChoiceRuleNode[];
  readonly otherwise: BranchNode;
}

export interface ChoiceRuleNode extends NodeBase {
  readonly comment?: string | undefined;
  readonly condition: LambdaRef;
  readonly body: BranchNode;
}

/** An exhaustive choice over a discriminated union; each case sees the value as `s.it`. */
export interface MatchNode extends NamedNode {
  readonly kind: "match";
  readonly discriminator: string;
  readonly value: LambdaRef;
  readonly cases: { readonly [discriminant: string]: BranchNode };
}

/** `body` sees `s.item` and `s.index`. */
export interface MapNode extends NamedNode {
  readonly kind: "map";
  readonly items: LambdaRef;
  readonly body: BranchNode;
  readonly options: BranchesNodeOptions & { readonly maxConcurrency?: ConstantOrLambda<number> };
}

/** A distributed Map: `body` runs in child executions and sees `s.item` and `s.index`, or `s.batch` where items are batched. */
export interface DistributedMapNode extends NamedNode {
  readonly kind: "distributedMap";
  readonly source: LambdaRef | ItemReaderDefinition;
  readonly body: BranchNode;
  readonly options: DistributedMapNodeOptions;
}

export interface DistributedMapNodeOptions {
  readonly comment?: string;
  readonly executionType: "STANDARD" | "EXPRESS";
  readonly maxConcurrency?: ConstantOrLambda<number>;
  readonly toleratedFailureCount?: ConstantOrLambda<number>;
  readonly toleratedFailurePercentage?: ConstantOrLambda<number>;
  readonly label?: string;
  readonly from?: ReaderPlaceNode;
  readonly batch?: {
    readonly maxItems?: ConstantOrLambda<number>;
    readonly maxInputBytes?: ConstantOrLambda<number>;
  };
  readonly writer?: ResultWriterDefinition;
  /** Whether arrays that children give become part of the array of results. */
  readonly flatten?: boolean;
  readonly retry?: readonly RetrierDefinition[];
  readonly catch: readonly CatcherNode[];
}

/** What of a reader's place replaces what the reader has. */
export interface ReaderPlaceNode {
  readonly bucket?: ConstantOrLambda<string>;
  readonly key?: ConstantOrLambda<string>;
  readonly prefix?: ConstantOrLambda<string>;
  readonly versionId?: ConstantOrLambda<string>;
  readonly maxItems?: ConstantOrLambda<number>;
}

export interface ParallelNode extends NamedNode {
  readonly kind: "parallel";
  readonly branches: { readonly [name: string]: BranchNode };
  readonly options: BranchesNodeOptions;
}

export interface BranchesNodeOptions {
  readonly comment?: string;
  readonly retry?: readonly RetrierDefinition[];
  readonly catch: readonly CatcherNode[];
}

/** Another workflow's steps, inlined under this step's name; they see only their own `s.input`. */
export interface UseNode extends NamedNode {
  readonly kind: "use";
  readonly workflow: WorkflowDefinition;
  readonly input: LambdaRef;
}

/** Another workflow as a nested execution. */
export interface StartNode extends NamedNode {
  readonly kind: "start";
  readonly workflow: WorkflowDefinition;
  readonly input: LambdaRef;
  /** Whether the step waits for the execution's end and gives its output, or gives the started execution at once. */
  readonly wait: boolean;
  readonly options: TaskNodeOptions;
}

/** A state in ASL. */
export interface RawStateNode extends NamedNode {
  readonly kind: "state";
  readonly state: RawStateDefinition;
  /** Gives an object of fields that is laid over the state's own. */
  readonly fields: LambdaRef | undefined;
  readonly options: { readonly retry?: readonly RetrierDefinition[]; readonly catch: readonly CatcherNode[] };
}

/**
 * A body that runs again until the condition holds; the condition sees the body's value under the step's name, and so does the
 * body where there is one to begin with.
 */
export interface RepeatNode extends NamedNode {
  readonly kind: "repeat";
  readonly first: LambdaRef | undefined;
  readonly body: BranchNode;
  readonly until: LambdaRef;
  /** Most times that the body runs: at least 1. */
  readonly maxIterations: number;
}

/** What happens when a state around it fails and catches nothing itself; `body` sees the error output as `s.error`. */
export interface OnErrorNode extends NodeBase {
  readonly kind: "onError";
  readonly body: BranchNode;
  /** Errors that are left to end the execution as they are. */
  readonly except: readonly string[];
}

/** One health check for each data source, in parallel. */
export interface PreflightNode extends NodeBase {
  readonly kind: "preflight";
  readonly sources: readonly DataSource[];
}

export interface ReturnNode extends NodeBase {
  readonly kind: "return";
  readonly value: LambdaRef;
}

export interface FailNode extends NamedNode {
  readonly kind: "fail";
  readonly error: string | LambdaRef;
  readonly cause: string | LambdaRef | undefined;
}

export interface SucceedNode extends NodeBase {
  readonly kind: "succeed";
}

export interface WorkflowOptions {
  readonly comment?: string;
  /** STANDARD is the default; EXPRESS runs at most five minutes. */
  readonly type?: "STANDARD" | "EXPRESS";
  /** Longest time an execution may take: whole seconds, 1 to 99,999,999. Default: no limit but the service's one year. */
  readonly timeoutSeconds?: number;
  /**
   * Whose rights steps have. `shared` (default): the execution role's, which holds those of all steps. `perStep`: each task
   * takes a role of its own by `Credentials`, and the execution role may do nothing but take these.
   */
  readonly accessPolicy?: "shared" | "perStep";
  /** Which events go to CloudWatch Logs: a level alone, or with where they go and what they hold. Default: none. */
  readonly logging?: LogLevel | LoggingOptions;
  /** Executions are traced by X-Ray. Default false. */
  readonly tracing?: boolean;
  /** ARN, or its placeholder, of the key that encrypts definition and executions. Default: a key that AWS owns. */
  readonly kmsKeyArn?: string;
  /** How long Step Functions uses a data key before it asks KMS for another: 60 to 900 seconds. Default 300. Needs `kmsKeyArn`. */
  readonly kmsDataKeyReusePeriodSeconds?: number;
  /** The state machine's tags: at most 50; keys of 1 to 128 characters that do not begin with `aws:`, values of at most 256. */
  readonly tags?: { readonly [key: string]: string };
}

export type LogLevel = "ALL" | "ERROR" | "FATAL";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html */
export interface LoggingOptions {
  readonly level: LogLevel;
  /** ARN, or its placeholder, of the log group. Default: a group that deployment names after the workflow. */
  readonly destination?: string;
  /** Events hold input, output and variables. Default false. */
  readonly includeExecutionData?: boolean;
}

/** A finished workflow: what the compiler takes. */
export interface WorkflowDefinition {
  readonly name: string;
  readonly options: WorkflowOptions;
  readonly location: SourceLocation | undefined;
  readonly body: BranchNode;
}
