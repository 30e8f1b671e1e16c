import { describe } from "vitest";
import { describeCases, distributedMap, doneProcessor, jsonataState } from "../../../test/validation-cases.js";

const map = (config: object, fields: object = {}) =>
  jsonataState({ Type: "Map", ItemProcessor: { ProcessorConfig: config, ...doneProcessor }, ...fields });
const getObject = "arn:aws:states:::s3:getObject";
const listObjects = "arn:aws:states:::s3:listObjectsV2";
const reader = (ReaderConfig: object | undefined, Resource = getObject) =>
  distributedMap({
    ItemReader: { Resource, ...(ReaderConfig && { ReaderConfig }), Arguments: { Bucket: "b", Key: "k" } },
  });
const writer = (ResultWriter: object) => distributedMap({ ResultWriter });
const putObject = "arn:aws:states:::s3:putObject";

describe("mode", () => {
  describeCases([
    {
      title: "reports a distributed Map that does not say how its children run",
      refused: map({ Mode: "DISTRIBUTED" }),
      findings: ["map-execution-type at /States/X/ItemProcessor/ProcessorConfig"],
      accepted: map({ Mode: "DISTRIBUTED", ExecutionType: "STANDARD" }),
    },
    {
      title: "reports an inline Map that does",
      refused: map({ Mode: "INLINE", ExecutionType: "STANDARD" }),
      findings: ["map-execution-type at /States/X/ItemProcessor/ProcessorConfig"],
      accepted: map({ Mode: "INLINE" }),
    },
    {
      title: "warns of fields without a meaning in an inline Map",
      refused: map({ Mode: "INLINE" }, { Label: "jobs", ToleratedFailureCount: 1 }),
      findings: [
        "distributed-only-field at /States/X/Label",
        "distributed-only-field at /States/X/ToleratedFailureCount",
      ],
      accepted: distributedMap({ Label: "jobs", ToleratedFailureCount: 1 }),
    },
    {
      title: "warns of an object that an inline Map would iterate over",
      refused: map({ Mode: "INLINE" }, { Items: { pear: 1 } }),
      findings: ["distributed-only-field at /States/X/Items"],
      accepted: distributedMap({ Items: { pear: 1 } }),
    },
  ]);
});

describe("reader", () => {
  const inConfig = "item-reader at /States/X/ItemReader/ReaderConfig" as const;
  const config = (title: string, wrong: object, right: object, resource = getObject) => ({
    title,
    refused: reader(wrong, resource),
    findings: [inConfig],
    accepted: reader(right, resource),
  });
  describeCases([
    {
      title: "reports a resource that reads nothing",
      refused: reader(undefined, putObject),
      findings: ["item-reader at /States/X/ItemReader/Resource"],
      accepted: reader(undefined, listObjects),
    },
    {
      title: "reports a reader without Arguments",
      refused: distributedMap({ ItemReader: { Resource: listObjects } }),
      findings: ["item-reader at /States/X/ItemReader"],
      accepted: distributedMap({ ItemReader: { Resource: listObjects, Arguments: { Bucket: "b" } } }),
    },
    config(
      "reports CSV without the place of its header",
      { InputType: "CSV" },
      { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" },
    ),
    config(
      "takes an Athena manifest without one",
      { InputType: "CSV", ManifestType: "S3_INVENTORY", CSVHeaderLocation: "FIRST_ROW" },
      { InputType: "CSV", ManifestType: "ATHENA_DATA" },
    ),
    config(
      "reports given headers that are not there",
      { InputType: "CSV", CSVHeaderLocation: "GIVEN" },
      { InputType: "CSV", CSVHeaderLocation: "GIVEN", CSVHeaders: ["a"] },
    ),
    config(
      "reports a header of a JSON file",
      { InputType: "JSON", CSVHeaderLocation: "FIRST_ROW" },
      { InputType: "JSON" },
    ),
    config("reports a delimiter of a JSONL file", { InputType: "JSONL", CSVDelimiter: "TAB" }, { InputType: "JSONL" }),
    config(
      "reports a pointer into a file that is not JSON",
      { InputType: "PARQUET", ItemsPointer: "/a" },
      { InputType: "JSON", ItemsPointer: "/a" },
    ),
    config(
      "reports reading objects of a single file",
      { InputType: "JSON", Transformation: "LOAD_AND_FLATTEN" },
      { InputType: "JSON", Transformation: "NONE" },
    ),
    config(
      "reports reading objects without their type",
      { Transformation: "LOAD_AND_FLATTEN" },
      { InputType: "JSONL", Transformation: "LOAD_AND_FLATTEN" },
      listObjects,
    ),
  ]);
});

describe("batcher", () => {
  describeCases([
    {
      title: "reports batches without a limit",
      refused: distributedMap({ ItemBatcher: { BatchInput: { a: 1 } } }),
      findings: ["item-batcher at /States/X/ItemBatcher"],
      accepted: distributedMap({ ItemBatcher: { MaxInputBytesPerBatch: 1000, BatchInput: { a: 1 } } }),
    },
  ]);
});

describe("writer", () => {
  const wrong = (title: string, refused: object, accepted: object) => ({
    title,
    refused: writer(refused),
    findings: ["result-writer at /States/X/ResultWriter"] as const,
    accepted: writer(accepted),
  });
  describeCases([
    wrong("reports an empty writer", {}, { WriterConfig: { OutputType: "JSON" } }),
    wrong(
      "reports a resource without a place",
      { Resource: putObject },
      { Resource: putObject, Arguments: { Bucket: "b" } },
    ),
    wrong(
      "reports a place without a resource",
      { Arguments: { Bucket: "b" } },
      { Resource: putObject, Arguments: "{% $states.input.place %}" },
    ),
    {
      title: "reports a resource that writes nothing",
      refused: writer({ Resource: getObject, Arguments: { Bucket: "b" } }),
      findings: ["result-writer at /States/X/ResultWriter/Resource"],
      accepted: writer({ Resource: "arn:aws-cn:states:::s3:putObject", Arguments: { Bucket: "b" } }),
    },
  ]);
});
