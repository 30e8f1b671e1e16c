import type { QueryLanguage } from "@treadle/asl";
import type { Json, JsonObject } from "./json.js";

export type StateType = "Task" | "Pass" | "Choice" | "Wait" | "Succeed" | "Fail" | "Parallel" | "Map";

/** A block of states: a machine, a branch of a Parallel state or the processor of a Map state. */
export interface StateBlock {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, StateDefinition>>;
}

/** A state machine as Step Functions reads it; only what a run needs is typed. */
export interface MachineDefinition extends StateBlock {
  readonly QueryLanguage?: QueryLanguage;
  readonly TimeoutSeconds?: number;
  readonly Comment?: string;
}

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: "FULL" | "NONE";
}

export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  readonly ResultPath?: string | null;
  readonly Output?: Json;
  readonly Assign?: JsonObject;
}

export interface ChoiceRule {
  readonly Next?: string;
  readonly Condition?: Json;
  readonly Output?: Json;
  readonly Assign?: JsonObject;
  readonly Variable?: string;
  readonly And?: readonly ChoiceRule[];
  readonly Or?: readonly ChoiceRule[];
  readonly Not?: ChoiceRule;
  readonly [comparator: string]: unknown;
}

export interface ItemProcessor extends StateBlock {
  readonly ProcessorConfig?: {
    readonly Mode?: "INLINE" | "DISTRIBUTED";
    readonly ExecutionType?: "STANDARD" | "EXPRESS";
  };
}

export interface ReaderConfig {
  readonly InputType?: "CSV" | "JSON" | "JSONL" | "MANIFEST" | "PARQUET";
  readonly CSVHeaderLocation?: "FIRST_ROW" | "GIVEN";
  readonly CSVHeaders?: readonly string[];
  readonly CSVDelimiter?: string;
  readonly ItemsPointer?: string;
  readonly MaxItems?: Json;
  readonly MaxItemsPath?: string;
  readonly Transformation?: "NONE" | "LOAD_AND_FLATTEN";
  readonly ManifestType?: string;
}

export interface ItemReader {
  readonly Resource: string;
  readonly ReaderConfig?: ReaderConfig;
  readonly Parameters?: Json;
  readonly Arguments?: Json;
}

export interface ItemBatcher {
  readonly MaxItemsPerBatch?: Json;
  readonly MaxItemsPerBatchPath?: string;
  readonly MaxInputBytesPerBatch?: Json;
  readonly MaxInputBytesPerBatchPath?: string;
  readonly BatchInput?: Json;
}

export interface ResultWriter {
  readonly Resource?: string;
  readonly Parameters?: Json;
  readonly Arguments?: Json;
  readonly WriterConfig?: {
    readonly OutputType?: "JSON" | "JSONL";
    readonly Transformation?: "NONE" | "COMPACT" | "FLATTEN";
  };
}

/** The union of the fields of all state types: which of them a type has is the validator's business. */
export interface StateDefinition {
  readonly Type: StateType;
  readonly QueryLanguage?: QueryLanguage;
  readonly Next?: string;
  readonly End?: boolean;
  readonly InputPath?: string | null;
  readonly OutputPath?: string | null;
  readonly ResultPath?: string | null;
  readonly Parameters?: Json;
  readonly ResultSelector?: Json;
  readonly Result?: Json;
  readonly Arguments?: Json;
  readonly Output?: Json;
  readonly Assign?: JsonObject;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
  readonly Resource?: string;
  readonly Credentials?: JsonObject;
  readonly TimeoutSeconds?: Json;
  readonly TimeoutSecondsPath?: string;
  readonly HeartbeatSeconds?: Json;
  readonly HeartbeatSecondsPath?: string;
  readonly Choices?: readonly ChoiceRule[];
  readonly Default?: string;
  readonly Seconds?: Json;
  readonly SecondsPath?: string;
  readonly Timestamp?: string;
  readonly TimestampPath?: string;
  readonly Error?: string;
  readonly Cause?: string;
  readonly ErrorPath?: string;
  readonly CausePath?: string;
  readonly Branches?: readonly StateBlock[];
  readonly ItemProcessor?: ItemProcessor;
  readonly Iterator?: ItemProcessor;
  readonly ItemSelector?: Json;
  readonly Items?: Json;
  readonly ItemsPath?: string;
  readonly ItemReader?: ItemReader;
  readonly ItemBatcher?: ItemBatcher;
  readonly ResultWriter?: ResultWriter;
  readonly MaxConcurrency?: Json;
  readonly MaxConcurrencyPath?: string;
  readonly ToleratedFailureCount?: Json;
  readonly ToleratedFailureCountPath?: string;
  readonly ToleratedFailurePercentage?: Json;
  readonly ToleratedFailurePercentagePath?: string;
  readonly Label?: string;
}

/** Blocks directly inside a state. */
export function listInnerBlocks(state: StateDefinition): readonly StateBlock[] {
  const processor = state.ItemProcessor ?? state.Iterator;
  return processor ? [processor] : (state.Branches ?? []);
}

/** Every state at any depth, in the order of the text. */
export function* walkStates(block: StateBlock): Generator<readonly [name: string, state: StateDefinition]> {
  for (const [name, state] of Object.entries(block.States)) {
    yield [name, state];
    for (const inner of listInnerBlocks(state)) yield* walkStates(inner);
  }
}
