import type { JsonValue } from "../json.js";
import type { PayloadTemplate } from "./common.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html */
export interface ReaderConfig {
  readonly InputType?: "CSV" | "JSON" | "JSONL" | "PARQUET" | "MANIFEST";
  /** How to treat what a listing names: as items (`NONE`, default), or reading each object's own items. */
  readonly Transformation?: "NONE" | "LOAD_AND_FLATTEN";
  readonly ManifestType?: "S3_INVENTORY" | "ATHENA_DATA";
  readonly CSVDelimiter?: "COMMA" | "PIPE" | "SEMICOLON" | "SPACE" | "TAB";
  /** Needed for CSV files. */
  readonly CSVHeaderLocation?: "FIRST_ROW" | "GIVEN";
  /** Needed when the location is `GIVEN`. */
  readonly CSVHeaders?: readonly string[];
  /** JSON Pointer to the array or object inside a JSON file. */
  readonly ItemsPointer?: string;
  /** At most 100,000,000; default all. A JSONata expression is allowed. */
  readonly MaxItems?: number | string;
  /** JSONPath only. */
  readonly MaxItemsPath?: string;
}

/** Where a distributed Map takes its items from. */
export interface ItemReader {
  /** `arn:…:states:::s3:getObject` or `arn:…:states:::s3:listObjectsV2`. */
  readonly Resource: string;
  readonly ReaderConfig?: ReaderConfig;
  /** JSONata only. */
  readonly Arguments?: JsonValue;
  /** JSONPath only. */
  readonly Parameters?: PayloadTemplate;
}

export const readerConfigFieldOrder = [
  "InputType",
  "Transformation",
  "ManifestType",
  "CSVDelimiter",
  "CSVHeaderLocation",
  "CSVHeaders",
  "ItemsPointer",
  "MaxItems",
  "MaxItemsPath",
] as const;

export const itemReaderFieldOrder = ["Resource", "ReaderConfig", "Parameters", "Arguments"] as const;
