import type { SourceLocation } from "@treadle/diagnostics";
import type { ContextObject } from "./context-object.js";
import type { HistoryEvent } from "./history-event.js";
import type { Json, ReadonlyJson } from "./json.js";
import type { TaskResource } from "./tasks/resource.js";
import type { TaskTokens } from "./tasks/task-tokens.js";

/** What a Task state asks of the world outside. */
export interface TaskRequest {
  readonly stateName: string;
  readonly resource: TaskResource;
  /** `Arguments` or `Parameters` after evaluation, or the state's input where it has none. */
  readonly arguments: Json;
  /** 0 for the first attempt of this visit of the state. */
  readonly attempt: number;
  /** How often this execution, its iterations and branches included, has started a task of this state before. */
  readonly invocation: number;
  readonly context: ContextObject;
  /** For `.waitForTaskToken`, `.sync` and activities. */
  readonly taskToken?: string;
  readonly credentials?: Json;
  readonly timeoutSeconds?: number;
  readonly heartbeatSeconds?: number;
  /** The execution's time, milliseconds since 1970. */
  readonly nowMs: () => number;
  /** Waits on the execution's clock: no real time passes under a virtual one. */
  readonly sleep: (durationMs: number) => Promise<void>;
  /** Says that the work goes on, as SendTaskHeartbeat does: the time of `HeartbeatSeconds` starts anew. */
  readonly heartbeat: () => void;
}

/** What a mock's function sees; a Map or Parallel state that is mocked as a whole has no resource. */
export type MockRequest = Omit<TaskRequest, "heartbeat" | "resource">;

interface TaskCircumstances {
  /** The time that the task takes on the execution's clock; default 0. */
  readonly delayMs?: number;
  /** For `.sync` and `.waitForTaskToken`: what the first call answered, before the work was done. */
  readonly submitted?: ReadonlyJson;
  /** For activities: the worker's name. */
  readonly workerName?: string;
}

/** How a task ends without a result. */
export type TaskFailure = TaskCircumstances &
  (
    | { readonly error?: string | undefined; readonly cause?: string | undefined }
    | { readonly timeout: true | "heartbeat" }
  );

/**
 * How a task ends: with the service's whole answer, with a value that gets around it what the service puts there (the answer
 * of Lambda's Invoke, nothing for others), or without a result.
 */
export type TaskOutcome =
  | (TaskCircumstances & ({ readonly output: ReadonlyJson } | { readonly value: unknown }))
  | TaskFailure;

/**
 * What a state's task does in a test: always the same outcome, one outcome per call (the last one repeats), or a
 * function of the arguments, whose value is the output and whose thrown error fails the task.
 */
export type TaskMock =
  | TaskOutcome
  | { readonly sequence: readonly TaskOutcome[] }
  | ((taskArguments: Json, request: MockRequest) => unknown);

/** A Lambda function that runs here. It gets a copy of the payload; a thrown error fails the task by the error's name. */
// biome-ignore lint/suspicious/noExplicitAny: a function states the payload that it expects, which nothing can check here.
export type LocalFunction = (payload: any, request: TaskRequest) => unknown;

/** An object of a bucket, for item readers. */
export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  /**
   * Text, or bytes: those of a Parquet file, or of a text in UTF-8, packed where the key ends in `.gz` or `.zst`. A text is taken
   * as it is, whatever the key says.
   */
  readonly body: string | Uint8Array;
}

export interface SimulateOptions {
  /** Default `{}`. */
  readonly input?: ReadonlyJson;
  /** The execution's name; default `simulated`. */
  readonly name?: string;
  readonly machine?: { readonly name?: string; readonly arn?: string };
  readonly executionArn?: string;
  readonly roleArn?: string;
  /** Default `STANDARD`. An `EXPRESS` execution records no history on Step Functions; here it does. */
  readonly type?: "STANDARD" | "EXPRESS";
  /** `virtual`: waits, retries and timeouts cost no time. `real`: for tasks on real services. Default `virtual`. */
  readonly clock?: "virtual" | "real";
  /** When the virtual clock starts; default 2025-01-01T00:00:00Z, so that runs are equal. */
  readonly startTime?: Date | string;
  /** For jitter, `$random`, `$uuid`, `States.MathRandom`, `States.UUID` and task tokens; default 0. */
  readonly seed?: number;
  /** Values for `${Name}` in the definition's strings. */
  readonly substitutions?: Readonly<Record<string, string>>;
  /** By state name; asked first. */
  readonly mocks?: Readonly<Record<string, TaskMock>>;
  /** By function name, function ARN, or the name of the placeholder that stands for it. */
  readonly functions?: Readonly<Record<string, LocalFunction>>;
  /**
   * State machines that `states:startExecution` runs here, waiting for them (`.sync`, `.sync:2`) or not, by name, ARN, or the
   * name of the placeholder that stands for either. They share the clock, functions, machines and resolver, but not the mocks.
   */
  readonly machines?: Readonly<Record<string, string | object>>;
  /**
   * The activities that exist, by name or ARN: a task of another one fails as on Step Functions. Without it, each exists
   * that a definition names.
   */
  readonly activities?: readonly string[];
  /** Lets tasks that wait for a token be answered by Step Functions' own calls; see `TaskTokens`. */
  readonly tokens?: TaskTokens;
  /** Runs what neither a mock, a local function nor a machine does; undefined refuses the task. */
  readonly task?: (request: TaskRequest) => Promise<TaskOutcome | undefined> | TaskOutcome | undefined;
  /** Where the states come from: the compiler's map from state to file, line and column, as JSON or as a value. */
  readonly sourceMap?: string | Readonly<Record<string, SourceLocation>>;
  /** Bodies of S3 objects for the item readers of distributed Map states. */
  readonly objects?: readonly StoredObject[];
  /**
   * Steps that one evaluation of a JSONata expression with functions may take; default 5,000,000. They stand for the second
   * that Step Functions gives it, and fail it likewise, with `States.QueryEvaluationError`.
   */
  readonly expressionSteps?: number;
  /** States that the execution may enter; default 250,000, ten times what fits in a Standard execution's history. */
  readonly maxTransitions?: number;
  /**
   * Whether events, path and timeline are recorded; default true. Without them, an execution takes less time and memory,
   * and has the same end.
   */
  readonly history?: boolean;
  /**
   * `steady`: strands of Parallel and Map states take turns in one order. `seeded`: `seed` decides the order, to find
   * races. Default `steady`.
   */
  readonly interleaving?: "steady" | "seeded";
  /**
   * The day whose Step Functions is simulated, for comparisons with older recordings; default today's. Known are the changes
   * of `RedriveCount` in the context object (November 2023), of what a distributed Map's exit links to (late 2024), of distributed
   * Map states over objects (September 2025), and of what a failed evaluation links to (2026).
   */
  readonly asOf?: Date | string;
  /** Called for each event when it is recorded. */
  readonly onEvent?: (event: HistoryEvent) => void;
}
