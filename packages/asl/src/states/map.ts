import type { JsonArray, JsonObject, JsonValue } from "../json.js";
import type { Catcher } from "./catcher.js";
import {
  type Assignments,
  commonFieldOrder,
  type Evaluated,
  type JsonataOutput,
  type PathInputOutput,
  type PathResult,
  type PayloadTemplate,
  type StateFields,
  type Transition,
} from "./common.js";
import type { ItemBatcher } from "./item-batcher.js";
import type { ItemReader } from "./item-reader.js";
import type { ResultWriter } from "./result-writer.js";
import type { Retrier } from "./retrier.js";
import type { StateScope } from "./scope.js";

export interface ProcessorConfig {
  /** Default `INLINE`. */
  readonly Mode?: "INLINE" | "DISTRIBUTED";
  /** Needed when distributed, refused otherwise. */
  readonly ExecutionType?: "STANDARD" | "EXPRESS";
}

export interface ItemProcessorOf<State> extends StateScope<State> {
  readonly ProcessorConfig?: ProcessorConfig;
}

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html */
export interface MapStateOf<State> extends StateFields<"Map">, PathInputOutput, PathResult, JsonataOutput, Transition {
  readonly ItemProcessor?: ItemProcessorOf<State>;
  /** Deprecated name of `ItemProcessor`; a Map holds one of the two. */
  readonly Iterator?: ItemProcessorOf<State>;
  /** JSONata only: an array, an object, or an expression that gives one; default: the state's input. */
  readonly Items?: Evaluated<JsonArray | JsonObject>;
  /** JSONPath only. */
  readonly ItemsPath?: string;
  /** What each iteration gets; the one place where `$states.context.Map.Item` is promised. */
  readonly ItemSelector?: JsonValue;
  /** JSONPath only; deprecated name of `ItemSelector`. */
  readonly Parameters?: PayloadTemplate;
  /** Distributed only. */
  readonly ItemReader?: ItemReader;
  /** Distributed only. */
  readonly ItemBatcher?: ItemBatcher;
  /** Distributed only. */
  readonly ResultWriter?: ResultWriter;
  /** 0 (default) means no bound of its own; the service runs 40 inline, 10,000 distributed at once. */
  readonly MaxConcurrency?: Evaluated<number>;
  /** JSONPath only. */
  readonly MaxConcurrencyPath?: string;
  /** 0 to 100; default 0. */
  readonly ToleratedFailurePercentage?: Evaluated<number>;
  /** JSONPath only. */
  readonly ToleratedFailurePercentagePath?: string;
  /** 0 or more; default 0. */
  readonly ToleratedFailureCount?: Evaluated<number>;
  /** JSONPath only. */
  readonly ToleratedFailureCountPath?: string;
  /** Distributed only: at most 40 characters, unique in the machine; default: a generated one. */
  readonly Label?: string;
  /** JSONPath only. */
  readonly ResultSelector?: PayloadTemplate;
  readonly Assign?: Assignments;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

export const processorConfigFieldOrder = ["Mode", "ExecutionType"] as const;

export const mapFieldOrder = [
  ...commonFieldOrder,
  "InputPath",
  "Items",
  "ItemsPath",
  "ItemReader",
  "ItemSelector",
  "Parameters",
  "ItemBatcher",
  "MaxConcurrency",
  "MaxConcurrencyPath",
  "ToleratedFailurePercentage",
  "ToleratedFailurePercentagePath",
  "ToleratedFailureCount",
  "ToleratedFailureCountPath",
  "Label",
  "ItemProcessor",
  "Iterator",
  "ResultWriter",
  "ResultSelector",
  "ResultPath",
  "OutputPath",
  "Assign",
  "Output",
  "Retry",
  "Catch",
  "Next",
  "End",
] as const;
