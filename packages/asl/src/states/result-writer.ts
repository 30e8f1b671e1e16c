import type { JsonValue } from "../json.js";
import type { PayloadTemplate } from "./common.js";

export interface WriterConfig {
  readonly Transformation?: "NONE" | "COMPACT" | "FLATTEN";
  readonly OutputType?: "JSON" | "JSONL";
}

/** Where a distributed Map writes its results: never empty; `WriterConfig` alone changes only their form. */
export interface ResultWriter {
  /** `arn:…:states:::s3:putObject`. */
  readonly Resource?: string;
  readonly WriterConfig?: WriterConfig;
  /** JSONata only. */
  readonly Arguments?: JsonValue;
  /** JSONPath only. */
  readonly Parameters?: PayloadTemplate;
}

export const writerConfigFieldOrder = ["Transformation", "OutputType"] as const;

export const resultWriterFieldOrder = ["Resource", "WriterConfig", "Parameters", "Arguments"] as const;
