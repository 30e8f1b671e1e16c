import { isRecord, type UnknownRecord } from "../../json.js";
import { hasPlaceholder } from "../../placeholders.js";
import type { Path } from "../path.js";
import { isDistributedProcessor, processorOf, type StateVisit } from "../scopes.js";
import type { ValidationContext } from "../validation-context.js";

const distributedOnly = [
  "ItemReader",
  "ItemBatcher",
  "ResultWriter",
  "Label",
  "ToleratedFailurePercentage",
  "ToleratedFailurePercentagePath",
  "ToleratedFailureCount",
  "ToleratedFailureCountPath",
];

const readerResource = /^arn:[^:]+:states:::s3:(getObject|listObjectsV2)$/;
const writerResource = /^arn:[^:]+:states:::s3:putObject$/;

/**
 * A Map's mode, and the parts that only a distributed one uses.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export function distributedMap(context: ValidationContext): void {
  for (const visit of context.states) {
    if (visit.type !== "Map") continue;
    const found = processorOf(visit);
    if (found) checkMode(context, found.processor, found.path);
    if (found && !isDistributedProcessor(found.processor)) {
      reportUnused(context, visit);
      reportObjectItems(context, visit);
    }
    const { ItemReader: reader, ItemBatcher: batcher, ResultWriter: writer } = visit.state as Record<string, unknown>;
    if (isRecord(reader)) checkReader(context, visit, reader, [...visit.path, "ItemReader"]);
    if (isRecord(batcher)) checkBatcher(context, batcher, [...visit.path, "ItemBatcher"]);
    if (isRecord(writer)) checkWriter(context, visit, writer, [...visit.path, "ResultWriter"]);
  }
}

function checkMode(context: ValidationContext, processor: UnknownRecord, path: Path): void {
  const config = processor.ProcessorConfig;
  if (!isRecord(config)) return;
  const configPath = [...path, "ProcessorConfig"];
  const hasType = Object.hasOwn(config, "ExecutionType");
  if (config.Mode === "DISTRIBUTED" && !hasType) {
    context.reportSchema("map-execution-type", {
      message: "These fields are required: [ExecutionType]",
      path: configPath,
      help: "STANDARD for children longer than five minutes, EXPRESS for cheap short ones.",
    });
  }
  if (config.Mode !== "DISTRIBUTED" && hasType) {
    context.reportSchema("map-execution-type", {
      message: "Field 'ExecutionType' is not supported",
      path: [...configPath, "ExecutionType"],
      awsPath: configPath,
      help: 'It belongs to "Mode": "DISTRIBUTED".',
    });
  }
}

function reportUnused(context: ValidationContext, visit: StateVisit): void {
  for (const field of distributedOnly) {
    if (!Object.hasOwn(visit.state, field)) continue;
    context.report("distributed-only-field", {
      message: `${field} has a meaning in distributed Maps only; this one is inline.`,
      path: [...visit.path, field],
      help: 'Set "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": … }.',
    });
  }
}

/** The service's verdict on the definition is not known; its documentation has arrays only, and the execution fails. */
function reportObjectItems(context: ValidationContext, visit: StateVisit): void {
  if (visit.language !== "JSONata" || !isRecord(visit.state.Items)) return;
  context.report("distributed-only-field", {
    message: "Items holds an object, which distributed Maps only iterate over; this one is inline, and fails.",
    path: [...visit.path, "Items"],
    help: "Write an array, or an expression that gives one.",
  });
}

function checkReader(context: ValidationContext, visit: StateVisit, reader: UnknownRecord, path: Path): void {
  const resource = reader.Resource;
  if (typeof resource === "string" && !hasPlaceholder(resource) && !readerResource.test(resource)) {
    context.reportSchema("item-reader", {
      message:
        "The field 'Resource' does not match any of the allowed values. Examples: [arn:<partition>:states:::s3:getObject, arn:<partition>:states:::s3:listObjectsV2]",
      path: [...path, "Resource"],
    });
  }
  const config = reader.ReaderConfig;
  if (isRecord(config)) checkReaderConfig(context, reader, config, [...path, "ReaderConfig"]);
  const given = visit.language === "JSONata" ? "Arguments" : "Parameters";
  if (visit.isDowngraded || Object.hasOwn(reader, "Arguments") || Object.hasOwn(reader, "Parameters")) return;
  context.reportSchema("item-reader", { message: `These fields are required: [${given}]`, path });
}

function checkReaderConfig(context: ValidationContext, reader: UnknownRecord, config: UnknownRecord, path: Path): void {
  const has = (field: string) => Object.hasOwn(config, field);
  const refuse = (field: string, help?: string): void => {
    context.reportSchema("item-reader", {
      message: `Field '${field}' is not supported`,
      path: [...path, field],
      awsPath: path,
      help,
    });
  };
  const type = config.InputType;
  const isListing = typeof reader.Resource === "string" && reader.Resource.endsWith(":listObjectsV2");
  if (type === "CSV" && !has("CSVHeaderLocation") && config.ManifestType !== "ATHENA_DATA") {
    context.reportSchema("item-reader", { message: "The field 'CSVHeaderLocation' is required", path });
  }
  if (config.CSVHeaderLocation === "GIVEN" && !has("CSVHeaders")) {
    context.reportSchema("item-reader", { message: "These fields are required: [CSVHeaders]", path });
  }
  if (type !== undefined && type !== "CSV") {
    for (const field of ["CSVHeaderLocation", "CSVHeaders", "CSVDelimiter"]) {
      if (has(field)) refuse(field, "It belongs to InputType CSV.");
    }
  }
  if (has("ItemsPointer") && type !== "JSON") refuse("ItemsPointer", "It belongs to InputType JSON.");
  if (config.ManifestType === "S3_INVENTORY" && type !== undefined && type !== "MANIFEST") {
    refuse("InputType", "An S3 inventory states its own format.");
  }
  if (config.Transformation === "LOAD_AND_FLATTEN" && (type === undefined || !isListing)) {
    context.reportSchema("item-reader", {
      message: isListing ? "These fields are required: [InputType]" : "Field 'Transformation' is not supported",
      path,
      help: "LOAD_AND_FLATTEN reads the objects of a listing (s3:listObjectsV2), whose InputType it needs.",
    });
  }
}

function checkBatcher(context: ValidationContext, batcher: UnknownRecord, path: Path): void {
  const limits = ["MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"];
  if (limits.some((field) => Object.hasOwn(batcher, field))) return;
  context.reportSchema("item-batcher", {
    message: "The field 'ItemBatcher' must specify MaxItemsPerBatch or MaxInputBytesPerBatch",
    path,
  });
}

function checkWriter(context: ValidationContext, visit: StateVisit, writer: UnknownRecord, path: Path): void {
  const field = visit.language === "JSONata" ? "Arguments" : "Parameters";
  const hasResource = Object.hasOwn(writer, "Resource");
  const hasTarget = Object.hasOwn(writer, "Arguments") || Object.hasOwn(writer, "Parameters");
  if (hasResource !== hasTarget || (!hasResource && !Object.hasOwn(writer, "WriterConfig"))) {
    context.reportSchema("result-writer", {
      message: `The field 'ResultWriter' must specify WriterConfig, or Resource with ${field}, or all of them`,
      path,
    });
  }
  const resource = writer.Resource;
  if (typeof resource === "string" && !hasPlaceholder(resource) && !writerResource.test(resource)) {
    context.reportSchema("result-writer", {
      message:
        "The field 'Resource' does not match any of the allowed values. Examples: [arn:<partition>:states:::s3:putObject]",
      path: [...path, "Resource"],
    });
  }
}
