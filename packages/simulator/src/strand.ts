import type { AbortScope } from "./abort-scope.js";
import type { Checkpoint, CheckpointPart, Redrive } from "./checkpoint.js";
import type { Clock } from "./clock.js";
import type { MachineDefinition, StateBlock, StateDefinition } from "./definition.js";
import type { ExecutionIds } from "./execution-ids.js";
import type { EventCursor, History } from "./history.js";
import type { Json, JsonObject } from "./json.js";
import type { ExpressionSettings } from "./jsonata/evaluate-expression.js";
import type { MaybePromise } from "./maybe-promise.js";
import type { SimulateOptions } from "./options.js";
import type { SeededRandom } from "./random.js";
import type { WrittenObject } from "./simulated-execution.js";
import type { TaskResolver } from "./tasks/task-resolver.js";
import type { Timeline, TimelineVisit } from "./timeline.js";
import type { VariableScope } from "./variable-scope.js";

/** What all states of one execution share. Children of a distributed Map are executions of their own. */
export interface ExecutionRun {
  readonly machine: MachineDefinition;
  readonly options: SimulateOptions;
  readonly ids: ExecutionIds;
  readonly input: Json;
  readonly startMs: number;
  readonly clock: Clock;
  readonly history: History;
  readonly random: SeededRandom;
  readonly settings: ExpressionSettings;
  readonly tasks: TaskResolver;
  readonly timeline: Timeline;
  /** What ResultWriters have written so far. */
  readonly written: WrittenObject[];
  readonly redrive?: Redrive | undefined;
  /** Where the order of strands is left to chance. */
  readonly interleaving?: SeededRandom | undefined;
  /** Stands for the context object in a test of one state. */
  readonly context?: Json;
  /** Runs a block of states on a strand; handed down so that states with inner blocks need not import the loop. */
  readonly runBlock: (block: StateBlock, input: Json, strand: Strand) => Promise<Json>;
}

/** One line of states: the top level, a branch or an iteration. */
export interface Strand extends EventCursor {
  readonly run: ExecutionRun;
  readonly variables: VariableScope;
  readonly abort: AbortScope;
  /** `Map.Item` of the context object, inside an iteration. */
  readonly mapItem?: JsonObject;
  /** Records that the iteration was cut short, once, before what it was doing. */
  cut?: (() => void) | undefined;
  /** The Parallel and Map states around, as the timeline names them. */
  readonly within: readonly string[];
  /** Where a redrive begins; taken by the loop over states. */
  resumeFrom?: Checkpoint | undefined;
  /** What the state that a redrive begins with goes on from; taken by its visit. */
  resumed?: Checkpoint | undefined;
  /** The last state that was entered. */
  visit?: Visit;
  /** What has become of the strands of a state that ended badly. */
  failedParts?: readonly CheckpointPart[] | undefined;
  /** Where this strand ended badly. */
  checkpoint?: Checkpoint | undefined;
}

/** One visit of a state, over all its attempts. */
export interface Visit {
  readonly name: string;
  readonly state: StateDefinition;
  readonly input: Json;
  readonly enteredMs: number;
  readonly enteredId: number;
  /** The event before the state's own first one. */
  readonly enteredAfterId: number;
  readonly timeline: TimelineVisit;
  /** In a redrive: what had become of the state's strands; only its first attempt goes on from there. */
  parts?: readonly CheckpointPart[] | undefined;
  /** Of a Parallel or Map state: the event with which the strands of the last attempt were started. */
  startedId?: number | undefined;
  retryCount: number;
  taskToken?: string;
  /** Where a test of one state wants to see what its fields give, by the names of TestState's inspection data. */
  readonly inspection?: Record<string, Json>;
  /** Where a test of one state gives what the item reader of a Map state would read. */
  readonly readerData?: string | undefined;
  /** Where a test of one state says more of a mocked Map state than its result. @throws StateFailure */
  readonly checkMocked?: (iterations: number, result: Json) => Promise<void>;
  /** `Map.Item` while a Map state's ItemSelector is evaluated. */
  mapItem?: JsonObject;
}

/** What a state gives: where to go, with what. Without `next`, its block ends. */
export interface StateStep {
  readonly output: Json;
  readonly assigned?: JsonObject | undefined;
  readonly next?: string | undefined;
}

/** Keeps an intermediate value for a test of one state. */
export function inspect(visit: Visit, name: string, value: Json): void {
  if (visit.inspection) visit.inspection[name] = value;
}

export type StateHandler = (visit: Visit, strand: Strand) => MaybePromise<StateStep>;
